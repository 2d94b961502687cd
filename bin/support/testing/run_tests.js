import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildAssets } from '../assets.js'
import { onStop } from '../lifecycle.js'
import { scratchHouse } from '../scratch_house.js'
import { postgresBinaries } from '../postgres/binaries.js'
import { systemBinaries } from '../postgres/system_binaries.js'
import { step } from '../say.js'
import { CHECKS, runCheck } from './checks.js'
import { readSkips } from './skips.js'
import { withSpecs } from './spec_files.js'
import { runSuite, SUITES } from './suites.js'
import { Tally } from './tally.js'

/** The suite that repeats some tests on another version of PostgreSQL. */
const OTHER = 'postgres'
const SPEAK_SQL = [
  'tenancy/*',
  'registry/*',
  'filings/*',
  'invariants/*',
  'operation/backup.spec.ts',
].flatMap((specs) => ['--files', `tests/functional/${specs}`])

/** Names of suites choose among them; flags (`--files`, `--tests`) go to Japa and leave the checks out. */
export function parseArgs(args) {
  const at = args.findIndex((arg) => arg.startsWith('-'))
  const names = at < 0 ? args : args.slice(0, at)
  const flags = at < 0 ? [] : withSpecs(args.slice(at))
  const unknown = names.filter((name) => !SUITES.includes(name))
  if (unknown.length > 0)
    throw new Error(`Unknown suite: ${unknown.join(', ')}; there are ${SUITES.join(', ')}`)
  return { suites: names.length > 0 ? names : SUITES, flags, checks: args.length === 0 }
}

/** All checks and suites; prints the sum and returns the exit code. */
export async function runTests(args) {
  const { suites, flags, checks } = parseArgs(args)
  const tally = new Tally()
  // Sums up also when the run is cut short or its ground does not come up.
  onStop(() => console.log(['', ...tally.lines()].join('\n')))
  try {
    await runAll({ suites, flags, checks }, tally)
  } catch (error) {
    tally.count(false)
    throw error
  }
  if (tally.passed + tally.failed + tally.skipped.length === 0) {
    step('FAILED  no test was run: see `--files` and `--tests`, and the names of the suites')
    tally.count(false)
  }
  return tally.failed === 0 ? 0 : 1
}

async function runAll({ suites, flags, checks }, tally) {
  if (checks) for (const check of CHECKS) await runCheck(check, tally, process.env)
  await buildAssets()
  const own = suites.filter((suite) => suite !== OTHER)
  if (own.length > 0) await runOn({ lent: process.env.TEST_DATABASE_OWNER_URL }, own, flags, tally)
  if (own.length < suites.length) await runOnOther(flags, tally)
}

/** Suites on a database of their own, on the server chosen. */
async function runOn({ name = 'test', ...server }, suites, flags, tally) {
  const { env } = await scratchHouse(name, { durable: false, mode: 'test', ...server })
  const file = join(env.FINESTRA_DATA, 'skips.jsonl')
  rmSync(file, { force: true })
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
  for (const suite of suites) await runSuite(suite, tally, { ...env, ...colour, FINESTRA_SKIPS: file }, flags)
  readSkips(file, tally)
}

/** What speaks SQL, again, on the oldest PostgreSQL that this machine has beside the embedded one. */
async function runOnOther(flags, tally) {
  const binaries = systemBinaries(postgresBinaries().major)
  if (!binaries) return tally.skip('what speaks SQL, on another PostgreSQL', 'no PostgreSQL 15 to 17 here')
  step(`On PostgreSQL ${binaries.major} of this machine`)
  await runOn({ name: 'test_other', binaries }, ['functional'], flags.length > 0 ? flags : SPEAK_SQL, tally)
}
