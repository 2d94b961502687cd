import { inRoot, ROOT } from '../paths.js'
import { run } from '../run.js'
import { step } from '../say.js'

const tool = (...parts) => inRoot('node_modules', ...parts)

/** The checks that read the sources, cheapest first; each counts as one test. */
export const CHECKS = [
  {
    title: 'The sources are formatted (prettier)',
    command: [tool('prettier/bin/prettier.cjs'), '--check', '.', '--log-level=warn'],
  },
  {
    title: 'The sources follow the rules (eslint)',
    command: [tool('eslint/bin/eslint.js'), '.', '--max-warnings=0'],
  },
  { title: 'The types hold (tsc)', command: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  {
    title: 'The rooms import as the plan allows (dependency-cruiser)',
    command: [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '--output-type',
      'err-long',
      'app',
      'start',
      'config',
      'resources/js',
    ],
  },
]

/** Runs one check and counts it; what it complains about is shown. */
export async function runCheck({ title, command }, tally, env) {
  const { code, output } = await run(process.execPath, command, { cwd: ROOT, env })
  tally.count(code === 0)
  step(`${code === 0 ? 'passed' : 'FAILED'}  ${title}`)
  if (code !== 0) console.log(output.trimEnd())
}
