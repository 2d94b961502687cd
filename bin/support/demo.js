import { join, resolve } from 'node:path'
import { ace } from './ace.js'
import { explain } from './operator_error.js'
import { inRoot, ROOT } from './paths.js'
import { lines, step, trouble } from './say.js'
import { contentsOf, hashOf, readStamp } from './stamp.js'

/** Where `demo:seed` writes the sign-ins: `{ signIns: [{ who, user, password, path, town? }] }`. */
export const demoFile = (folder) => join(folder, 'demo.json')

/** Where the packs are. */
export const catalogueFolder = (env) => resolve(ROOT, env.FINESTRA_CATALOGUE || 'procedures-catalog')

export const TAKING_OVER = 'Taking over what changed in the catalogue'

/**
 * Founds the demo towns on the first start, and gives them what changed in the catalogue on later
 * ones; FINESTRA_DEMO=0 leaves the house empty.
 */
export async function seedDemo(env, state) {
  const hash = hashOf(contentsOf([catalogueFolder(env), inRoot('database/demo')]))
  if (env.FINESTRA_DEMO === '0' || state.has('seeded', hash)) return
  const again = state.has('founded', true)
  const what = again ? TAKING_OVER : 'Founding the demo towns'
  step(what)
  try {
    await ace(['demo:seed'], env, what)
  } catch (error) {
    if (!again) throw error
    // Towns that stand stay open with the versions that they have.
    return trouble(explain(error).message)
  }
  state.note('founded', true)
  state.note('seeded', hash)
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

/** Prints how to sign in to the demo towns. */
export function showSignIns(folder, port) {
  const table = signInTable(readStamp(demoFile(folder)), port)
  if (table) lines(`\nDemo sign-ins:\n${table}\n`)
}
