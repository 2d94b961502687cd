import { existsSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { dirname } from 'node:path'
import { OperatorError } from './operator_error.js'

const existing = (path) => (existsSync(path) ? path : existing(dirname(path)))

/** Throws DISK_FULL unless `needed` MB are free where `folder` is or will be. */
export async function assertSpace(folder, needed) {
  // Node 18.0 to 18.14 can't tell: then the write itself does.
  if (!files.statfs) return
  const { bavail, bsize } = await files.statfs(existing(folder))
  const free = Math.floor((bavail * bsize) / 2 ** 20)
  if (free < needed) throw new OperatorError('DISK_FULL', { folder, free, needed })
}
