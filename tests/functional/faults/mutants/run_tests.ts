import { spawn } from 'node:child_process'
import { once } from 'node:events'
import app from '@adonisjs/core/services/app'
import { mutantArgs, mutantEnv } from '#tests/support/faults/mutant'
import { freshDatabase } from '#tests/support/faults/own_database'
import { load } from '#tests/unit/bootstrap/load'
import type { Planted } from './planted.js'

/** How each test ended, by its title, and all that was said. */
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
  const script = ['--import', '@poppinss/ts-exec', 'bin/suites.ts', 'functional', '--reporters=ndjson']
  const child = spawn(process.execPath, [...mutantArgs(env), ...script, ...chosen], {
    cwd: app.makePath(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'close')
  await database.remove()
  return { ended: outcomes(said), said }
}

function outcomes(said: string): Run['ended'] {
  const events = said.split('\n').filter((line) => line.startsWith('{"event":"test:end"'))
  return new Map(
    events
      .map((line) => JSON.parse(line))
      .map(({ title, errors }) => [title.expanded, errors.length === 0 ? 'passed' : 'failed'])
  )
}
