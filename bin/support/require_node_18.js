/** Imported first by every command: an older Node fails later with a riddle instead of a sentence. */
import { OperatorError } from './operator_error.js'

if (Number(process.versions.node.split('.')[0]) < 18) {
  console.error(new OperatorError('NODE_TOO_OLD', { version: process.versions.node }).message)
  process.exit(1)
}
