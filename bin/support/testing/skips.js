import { existsSync, readFileSync } from 'node:fs'

/** Reads what tests noted in the file FINESTRA_SKIPS, one `{ "test", "reason" }` a line, into the tally. */
export function readSkips(file, tally) {
  if (!existsSync(file)) return
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { test, reason } = JSON.parse(line)
    tally.skip(test, reason)
  }
}
