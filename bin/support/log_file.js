import { mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LARGE = 20 * 2 ** 20

/** Opens `<folder>/logs/<name>.log` for appending, keeping one older file when it grew large: `{ file, fd }`. */
export function openLog(folder, name) {
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
  const file = join(folder, 'logs', `${name}.log`)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE) renameSync(file, `${file}.1`)
  return { file, fd: openSync(file, 'a', 0o600) }
}

/** The last lines of a log. */
export const endOf = (file, count = 25) =>
  readFileSync(file).subarray(-16384).toString().trimEnd().split('\n').slice(-count).join('\n')
