import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { OperatorError } from './operator_error.js'
import { run } from './run.js'

const isNpm = (file) => Boolean(file) && basename(file) === 'npm-cli.js' && existsSync(file)

/** The script of npm: the one that runs us, else the one beside Node, else the one on PATH. */
export function findNpm(env = process.env, execPath = process.execPath) {
  const prefix = dirname(dirname(realpathSync(execPath)))
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'npm'))
    .filter(existsSync)
    .map((file) => realpathSync(file))
  const places = [
    env.npm_execpath,
    join(prefix, 'lib/node_modules/npm/bin/npm-cli.js'),
    join(prefix, 'share/nodejs/npm/bin/npm-cli.js'),
    ...onPath,
  ]
  const found = places.find(isNpm)
  if (!found) throw new OperatorError('NPM_MISSING')
  return found
}

/** The code that explains a failed npm best. */
export function npmFailure(output) {
  const detail = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1] ?? 'npm failed'
  if (/ENOSPC|no space left/i.test(output)) return { code: 'DISK_FULL', detail }
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED/.test(output))
    return { code: 'REGISTRY_UNREACHABLE', detail }
  if (/EACCES|EROFS|EPERM/.test(detail)) return { code: 'NOT_WRITABLE', detail }
  return { code: 'INSTALL_FAILED', detail }
}

/** A connection that says nothing more is given up sooner than npm does (five minutes), and tried again. */
const STALLED = ['--fetch-timeout=120000', '--fetch-retries=3']

/** A command of npm in `folder` on the Node given, without install scripts. `more` are further flags. */
async function npm(command, node, folder, more) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...STALLED, ...more]
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  // npm doesn't heed SIGTERM; what it leaves half-made has no stamp, or one that says so, and is made again.
  const { code, output } = await run(node, [findNpm(), command, ...flags], {
    cwd: folder,
    env,
    patience: 300,
  })
  if (code === 0) return
  const failure = npmFailure(output)
  if (failure.code === 'INSTALL_FAILED') console.error(output.trimEnd())
  throw new OperatorError(failure.code, { detail: failure.detail, path: folder, folder })
}

/** Installs what the lock file says into an empty `node_modules`: what is there is taken away first. */
export const npmCi = (node, folder, more = []) => npm('ci', node, folder, more)

/** Adds what the lock file says and is not there; what is there as it says is left alone. */
export const npmAdd = (node, folder, more = []) => npm('install', node, folder, ['--no-save', ...more])
