import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRange } from './versions.js'

const PLACES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']

const majorOf = (folder) => {
  const { stdout } = spawnSync(join(folder, 'bin/postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

/** The oldest PostgreSQL of this machine that serves us and isn't of the version given: `{ folder, major }`, or null. */
export function systemBinaries(except) {
  const named = PLACES.flatMap((place) =>
    [15, 16, 17, 18].flatMap((major) => [join(place, String(major)), join(place, `postgresql@${major}`)])
  )
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  return (
    [...named, ...(stdout ? [dirname(stdout.trim())] : [])]
      .filter((folder) => existsSync(join(folder, 'bin/initdb')))
      .map((folder) => ({ folder, major: String(majorOf(folder)) }))
      .filter(({ major }) => inRange(Number(major)) && major !== except)
      .sort((a, b) => a.major - b.major)[0] ?? null
  )
}
