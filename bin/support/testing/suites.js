import { inRoot, ROOT } from '../paths.js'
import { run } from '../run.js'
import { step } from '../say.js'
import { JapaEvents } from './japa_events.js'

/** The suites of the house in the order of their cost. */
export const SUITES = ['unit', 'architecture', 'catalogue', 'functional', 'browser', 'postgres']

/** Runs one suite in a process of its own and counts its tests; what people read streams through. */
export async function runSuite(suite, tally, env, args = []) {
  step(`Suite: ${suite}`)
  const events = new JapaEvents(tally)
  const script = ['--import', '@poppinss/ts-exec', inRoot('bin/suites.ts')]
  const { code } = await run(process.execPath, [...script, suite, '--reporters=spec,ndjson', ...args], {
    cwd: ROOT,
    env,
    onLine: (line) => events.take(line) || console.log(line),
  })
  // It broke outside of any test: a hook, an import, the process itself.
  if (code !== 0 && events.failed === 0) {
    step(`FAILED  the suite ${suite} ended with code ${code} outside of its tests`)
    tally.count(false)
  } else if (events.seen === 0 && args.length === 0) {
    step(`FAILED  the suite ${suite} has no tests`)
    tally.count(false)
  }
}
