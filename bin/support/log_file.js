import { mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LARGE = 20 * 2 ** 20

/** Opens `<folder>/logs/<name>.log` for appending, keeping one older file when it grew large: `{ file, fd }`. */
export function openLog(folder, name) {
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
  const file = join(folder, 'logs', `${name}.log`)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE) renameSync(file, `${file}.1`)
  return { file, fd: openSync(file, 'a', 0o600) }
}
