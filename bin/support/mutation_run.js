import { mkdirSync, writeFileSync } from 'node:fs'
import { ROOMS, setup } from '../mutation/rooms.js'
import { installPackages } from './packages.js'
import { inRoot, ROOT } from './paths.js'
import { run } from './run.js'

const CONCURRENCY = 2

/** Tries the specs of the rooms named (of all when none is) with mutants; returns the exit code. */
export async function mutate(args) {
  const names = args.filter((arg) => !arg.startsWith('-'))
  const unknown = names.find((name) => !(name in ROOMS))
  if (unknown)
    throw new Error(`There are no mutants for "${unknown}". There are: ${Object.keys(ROOMS).join(', ')}`)
  await installPackages(process.execPath, 'production', inRoot('bin/mutation'))
  mkdirSync(inRoot('coverage/mutation'), { recursive: true })
  let failed = 0
  for (const name of names.length > 0 ? names : Object.keys(ROOMS)) {
    const file = inRoot('coverage/mutation', `${name}.setup.json`)
    writeFileSync(file, JSON.stringify(setup(name, { concurrency: CONCURRENCY })))
    const stryker = inRoot('bin/mutation/node_modules/@stryker-mutator/core/bin/stryker.js')
    const flags = args.filter((arg) => arg.startsWith('-'))
    const { code } = await run(process.execPath, [stryker, 'run', file, ...flags], { cwd: ROOT, show: true })
    failed ||= code
  }
  return failed
}
