import { join, resolve } from 'node:path'
import { ace } from './ace.js'
import { noDemo } from './demo_meant.js'
import { explain } from './operator_error.js'
import { inRoot, ROOT } from './paths.js'
import { townsIn } from './postgres/what_stands.js'
import { step, trouble } from './say.js'
import { contentsOf, hashOf, readStamp } from './stamp.js'

/** Where `demo:seed` writes the sign-ins: `{ signIns: [{ who, user, password, path, town? }] }`. */
export const demoFile = (folder) => join(folder, 'demo.json')

/** Where the packs are. */
export const catalogueFolder = (env) => resolve(ROOT, env.FINESTRA_CATALOGUE || 'procedures-catalog')

export const TAKING_OVER = 'Taking over what changed in the catalogue'

/** What was given to which towns: another catalogue, or others towns, and it is to be given again. */
const given = (env, towns) =>
  hashOf([...contentsOf([catalogueFolder(env), inRoot('database/demo')]), ...towns.map(({ id }) => id)])

/**
 * Founds the demo towns in a database where none stands, and gives them what changed in the catalogue on later
 * starts; FINESTRA_DEMO=0 leaves the house as it is. `state` spares a start what the same towns were given before.
 */
export async function seedDemo(env, state) {
  if (noDemo(process.env)) return
  const towns = await townsIn(env.DATABASE_OWNER_URL)
  const again = towns.length > 0
  if (again && state.has('seeded', given(env, towns))) return
  const what = again ? TAKING_OVER : 'Founding the demo towns'
  step(what)
  try {
    await ace(['demo:seed'], env, what)
  } catch (error) {
    if (!again) throw error
    // Towns that stand stay open with the versions that they have.
    return trouble(explain(error).message)
  }
  state.note('seeded', given(env, await townsIn(env.DATABASE_OWNER_URL)))
}

/** Where a demo town answers: its name as a host of this machine. */
const addressOf = ({ town, path }, port) => `http://${town ? `${town}.` : ''}localhost:${port}${path ?? '/'}`

/** The sign-ins as a table for the terminal; '' when there are none. */
export function signInTable(demo, port) {
  const rows = (demo?.signIns ?? []).map((one) => [one.who, one.user, one.password, addressOf(one, port)])
  if (rows.length === 0) return ''
  const all = [['', 'user', 'password', 'where'], ...rows]
  const widths = all[0].map((_, at) => Math.max(...all.map((row) => row[at].length)))
  const line = (row) => row.map((cell, at) => cell.padEnd(widths[at])).join('  ')
  return all.map((row) => line(row).trimEnd()).join('\n')
}

const WITHHELD =
  'Nobody can sign in as the people of the demo towns, since this house can be reached from elsewhere. Set FINESTRA_DEMO=1 to let everybody.'

const EMPTY = 'No town stands yet, so every address answers 404. Found one with: node ace town:found'

/** What there is behind the door: how to sign in to the demo towns, or why nobody can; '' where nothing need be said. */
export async function behindTheDoor(env, folder) {
  const towns = await townsIn(env.DATABASE_OWNER_URL)
  if (towns.length === 0) return EMPTY
  if (!towns.some(({ demo }) => demo) || noDemo(process.env)) return ''
  if (noDemo(env)) return WITHHELD
  const table = signInTable(readStamp(demoFile(folder)), env.PORT)
  return table && `Demo sign-ins:\n${table}`
}
