import { MESSAGES } from './messages.js'

/** An obstacle that an operator can remove; `code` is a key of MESSAGES, the message one clear line. */
export class OperatorError extends Error {
  constructor(code, params = {}) {
    super(MESSAGES[code](params))
    this.name = 'OperatorError'
    this.code = code
    this.params = params
  }
}

/** Turns what the system threw into words for the operator; an OperatorError stays as it is. */
export function explain(error) {
  if (error instanceof OperatorError) return error
  const path = error?.path ?? error?.dest ?? 'the project folder'
  if (error?.code === 'ENOSPC' || error?.code === 'EDQUOT')
    return new OperatorError('DISK_FULL', { folder: path })
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code)) return new OperatorError('NOT_WRITABLE', { path })
  if (['EEXIST', 'ENOTDIR'].includes(error?.code)) return new OperatorError('NOT_A_FOLDER', { path })
  // Its parent is there: file systems such as /proc answer so.
  if (error?.code === 'ENOENT' && error.syscall === 'mkdir') return new OperatorError('NO_PLACE', { path })
  return new OperatorError('UNEXPECTED', { detail: error?.message ?? String(error) })
}
