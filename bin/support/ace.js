import { inRoot, ROOT } from './paths.js'
import { isStopping, stop } from './lifecycle.js'
import { OperatorError } from './operator_error.js'
import { run } from './run.js'

/** Runs `node ace <args>` with the environment given; what it said is shown when it fails. Returns its output. */
export async function ace(args, env, what) {
  const { code, output } = await run(process.execPath, [inRoot('ace.js'), ...args], { cwd: ROOT, env })
  if (code === 0) return output
  if (isStopping()) return stop(1)
  console.error(output.trimEnd())
  throw new OperatorError('BUILD_FAILED', { what })
}
