import { readdirSync } from 'node:fs'
import { inRoot } from '../paths.js'

const specs = () =>
  readdirSync(inRoot('tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)

const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** The specs whose path has `part` anywhere, `*` being whatever stands between; the part itself where there are none. */
export function specsWith(part, all = specs()) {
  const pattern = new RegExp(part.split('*').map(escaped).join('.*'))
  const found = all.filter((path) => pattern.test(path))
  return found.length > 0 ? found : [part]
}

/** Flags for Japa, which knows files by the end of their path only. */
export const withSpecs = (flags) =>
  flags
    .flatMap((flag) => (flag.startsWith('--files=') ? ['--files', flag.slice(8)] : [flag]))
    .flatMap((flag, at, all) => {
      if (flag === '--files') return []
      return all[at - 1] === '--files' ? specsWith(flag).flatMap((path) => ['--files', path]) : [flag]
    })
