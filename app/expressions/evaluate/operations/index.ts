import { arithmetic, negate } from '#expressions/evaluate/operations/arithmetic'
import { apply } from '#expressions/evaluate/operations/apply'
import { call } from '#expressions/evaluate/operations/call'
import { between, comparison } from '#expressions/evaluate/operations/comparison'
import { filter } from '#expressions/evaluate/operations/filter'
import { every, loop, some } from '#expressions/evaluate/operations/loops'
import { and, choice, or } from '#expressions/evaluate/operations/logic'
import { boxes } from '#expressions/evaluate/operations/boxes'
import { name, path } from '#expressions/evaluate/operations/names'
import { membership, single, unaryTests } from '#expressions/evaluate/operations/tests'
import { replace } from '#expressions/evaluate/operations/replace'
import { sort } from '#expressions/evaluate/operations/sort'
import type { Link } from '#expressions/evaluate/run'
import type { Op } from '#expressions/tree'

/** How each kind of node runs. */
export const OPERATIONS: { [O in Op]: Link<O> } = {
  ...boxes,
  and,
  apply,
  arithmetic,
  between,
  call,
  comparison,
  every,
  filter,
  for: loop,
  if: choice,
  in: membership,
  name,
  negate,
  or,
  path,
  replace,
  some,
  sort,
  test: single,
  tests: unaryTests,
}
