import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

const PLACE = /^resources\/images\/[\w/-]+\.png$/

const crests = new Map<string, string | undefined>()

function read(path: string): string | undefined {
  if (!PLACE.test(path)) return undefined
  try {
    return `data:image/png;base64,${readFileSync(app.makePath(path)).toString('base64')}`
  } catch {
    return undefined
  }
}

/** A town's coat of arms as its documents print it, read once; none where the town has given no such image. */
export function crestAt(path: string): string | undefined {
  if (!crests.has(path)) crests.set(path, read(path))
  return crests.get(path)
}
