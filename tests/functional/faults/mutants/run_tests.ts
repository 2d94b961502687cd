import { spawn } from 'node:child_process'
import { once } from 'node:events'
import app from '@adonisjs/core/services/app'
import { mutantArgs, mutantEnv } from '#tests/support/faults/mutant'
import { freshDatabase } from '#tests/support/faults/own_database'
import { load } from '#tests/unit/bootstrap/load'
import type { Planted } from './planted.js'

/** How each test ended, by its title, and what was said besides, which tells of hooks that failed, too. */
export interface Run {
  ended: Map<string, 'passed' | 'failed'>
  said: string
}

/** Runs named tests of the functional suite in a process and on a database of their own, perhaps with a fault. */
export async function runTests(
  tests: Planted['caughtBy'][],
  { mutant, sql }: Pick<Planted, 'mutant' | 'sql'> = {}
): Promise<Run> {
  const database = await freshDatabase(sql)
  const { freePort } = await load('ports')
  const env = {
    ...process.env,
    ...database.env,
    ...(mutant ? mutantEnv(mutant) : {}),
    PORT: String(await freePort()),
  }
  const chosen = tests.flatMap(({ file, test }) => ['--files', file, '--tests', test])
  const script = ['--import', '@poppinss/ts-exec', 'bin/suites.ts', 'functional', '--reporters=spec,ndjson']
  const child = spawn(process.execPath, [...mutantArgs(env), ...script, ...chosen], {
    cwd: app.makePath(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Apart: what comes in the middle of an event would make it none.
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text))
  await once(child, 'close')
  await database.remove()
  const lines = said.stdout.split('\n')
  return {
    ended: outcomes(lines),
    said: said.stderr + lines.filter((line) => !EVENT.test(line)).join('\n'),
  }
}

/** What Japa tells programs; the house's own runner takes such lines out of what people read. */
const EVENT = /^\{"(?:event|aggregates)":/

const outcomes = (lines: string[]): Run['ended'] =>
  new Map(
    lines
      .filter((line) => line.startsWith('{"event":"test:end"'))
      .map((line) => JSON.parse(line))
      .map(({ title, errors }) => [title.expanded, errors.length === 0 ? 'passed' : 'failed'])
  )
