import { boxes } from '#expressions/parse/builders/boxes'
import { calls } from '#expressions/parse/builders/calls'
import { literals } from '#expressions/parse/builders/literals'
import { loops } from '#expressions/parse/builders/loops'
import { operators } from '#expressions/parse/builders/operators'
import { tests } from '#expressions/parse/builders/tests'
import type { Builder } from '#expressions/parse/builder'

/** One builder for each rule of the grammar that makes a value. */
export const BUILDERS: Record<string, Builder> = {
  ...boxes,
  ...calls,
  ...literals,
  ...loops,
  ...operators,
  ...tests,
}
