import { join } from 'node:path'
import { readStamp, writeStamp } from './stamp.js'

/** What the bootstrap has already done for a data folder, by name. */
export function stateOf(folder) {
  const file = join(folder, 'state.json')
  const state = readStamp(file) ?? {}
  return {
    has: (name, value) => state[name] === value,
    note(name, value) {
      state[name] = value
      writeStamp(file, state, 0o600)
    },
  }
}
