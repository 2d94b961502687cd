import { join } from 'node:path'
import { ace } from './ace.js'
import { lines, step } from './say.js'
import { readStamp } from './stamp.js'

/** Where `demo:seed` writes the sign-ins: `{ signIns: [{ who, user, password, path }] }`. */
export const demoFile = (folder) => join(folder, 'demo.json')

/** Seeds the demo towns on the first start; FINESTRA_DEMO=0 leaves the house empty. */
export async function seedDemo(env, state) {
  if (env.FINESTRA_DEMO === '0' || state.has('seeded', true)) return
  step('Founding the demo towns')
  await ace(['demo:seed'], env, 'Founding the demo towns')
  state.note('seeded', true)
}

/** The sign-ins as a table for the terminal; '' when there are none. */
export function signInTable(demo) {
  const rows = (demo?.signIns ?? []).map(({ who, user, password, path }) =>
    [who, user, password, path].map((cell) => cell ?? '')
  )
  if (rows.length === 0) return ''
  const all = [['', 'user', 'password', 'where'], ...rows]
  const widths = all[0].map((_, at) => Math.max(...all.map((row) => row[at].length)))
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

/** Prints how to sign in to the demo towns. */
export function showSignIns(folder) {
  const table = signInTable(readStamp(demoFile(folder)))
  if (table) lines(`\nDemo sign-ins:\n${table}\n`)
}
