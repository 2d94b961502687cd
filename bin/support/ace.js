import { stripVTControlCharacters } from 'node:util'
import { inRoot, ROOT } from './paths.js'
import { isStopping, stop } from './lifecycle.js'
import { OperatorError } from './operator_error.js'
import { run } from './run.js'

/** What a failed command said, without the frames and excerpts of code, which say nothing to an operator. */
export const withoutTrace = (output) =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !/^\s*(?:⁃ )?at |┃|^\s*\[\d+\/\d+\]/.test(line))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

/** What comes after `node` so that a command runs: past the door of `ace.js`, where people are asked what they want. */
export const command = (...args) => ['--import', '@poppinss/ts-exec', inRoot('bin/console.ts'), ...args]

/** Runs a command with the environment given; what it said is shown when it fails. Returns its output. */
export async function ace(args, env, what) {
  const { code, output } = await run(process.execPath, command(...args), { cwd: ROOT, env })
  if (code === 0) return output
  if (isStopping()) return stop(1)
  console.error(process.env.FINESTRA_TRACE ? output : withoutTrace(output))
  throw new OperatorError('BUILD_FAILED', { what })
}
