import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, texts } from '../../unit/views/support/render.js'
import { ROOT } from './sources.js'

export { LANGUAGES, texts }

/** The rooms that have texts of their own. */
export const ROOMS = readdirSync(join(ROOT, 'resources/lang/es'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))

/** Every key of every room. */
export const keys = (): string[] => ROOMS.flatMap((room) => [...texts('es', room).keys()])
