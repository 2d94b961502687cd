import { readFileSync, readdirSync } from 'node:fs'
import type { Trial } from '#expressions/index'

const FOLDER = new URL('../unit/expressions/cases/', import.meta.url)

/** A pattern that only RE2 gets to the end of. */
export const CATASTROPHIC = new Set(['matches(string join(for i in 1..1000 return "a"), "^(a+)+$b")'])

/** The cases of expressions that the server, the browser and the commands all run. */
export const sharedCases = (): { file: string; title: string; cases: Trial[] }[] =>
  readdirSync(FOLDER).map((file) => ({ file, ...JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) }))
