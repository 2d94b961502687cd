import { lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorError } from './operator_error.js'

/** The user that runs PostgreSQL when we are root, since PostgreSQL refuses root: `nobody`. */
export const NOBODY = 65534

export const isRoot = () => process.getuid?.() === 0

/** What `spawn` needs so that PostgreSQL does not run as root. */
export const asNobody = () => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {})

/** What a failed `spawn` as nobody means: in some containers root may not become another user. */
export const spawnFailure = (error) =>
  isRoot() && ['EPERM', 'EINVAL'].includes(error.code) ? new OperatorError('POSTGRES_USER_REFUSED') : error

/** A folder and all above it, from the root down. */
export const ancestors = (path) => (dirname(path) === path ? [path] : [...ancestors(dirname(path)), path])

/** Whether somebody with no rights but those of everybody may pass through a folder: `{ mode, uid }`. */
export const letsThrough = ({ mode, uid }) => (mode & 0o001) !== 0 || (uid === NOBODY && (mode & 0o100) !== 0)

/** The first folder on the way to `folder` that doesn't let `nobody` through, or null; parts that don't exist yet will be made open. */
export function closedAbove(folder) {
  const there = ancestors(folder).filter((path) => lstatSync(path, { throwIfNoEntry: false }))
  const real = realpathSync(there.at(-1))
  return ancestors(real).find((path) => !letsThrough(statSync(path))) ?? null
}

/** Whether `nobody` can reach what lies in `folder`. */
export const reachableByNobody = (folder) => closedAbove(folder) === null
