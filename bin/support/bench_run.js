import { buildAssets } from './assets.js'
import { inRoot, ROOT } from './paths.js'
import { run } from './run.js'
import { scratchHouse } from './scratch_house.js'

/** Runs `bin/bench.ts` with the arguments given against a migrated, durable database; returns its exit code. */
export async function bench(args) {
  const keep = args.includes('--keep')
  const { env } = await scratchHouse('bench', { durable: true, keep, mode: 'production' })
  await buildAssets()
  const script = ['--import', '@poppinss/ts-exec', inRoot('bin/bench.ts')]
  const { code } = await run(process.execPath, [...script, ...args.filter((arg) => arg !== '--keep')], {
    cwd: ROOT,
    env,
    show: true,
  })
  return code
}
