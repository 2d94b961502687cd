import type { Frame } from '#expressions/evaluate/frame'
import type { Link, Linker, Run } from '#expressions/evaluate/run'
import type { Session } from '#expressions/evaluate/session'
import { compared } from '#expressions/evaluate/operations/comparison'
import type { Test } from '#expressions/tree'
import { equals } from '#expressions/values/equality'
import { contains } from '#expressions/values/order'
import { FeelRange, type FeelValue } from '#expressions/values/value'

type Check = (input: FeelValue, frame: Frame, session: Session) => boolean | null

const INPUT = '?'

const check = ({ test, usesInput }: Test, link: Linker): Check => {
  const run: Run = link(test)
  return (input, frame, session) => {
    const inner = frame.inside(new Map([[INPUT, input]]))
    const answer = run(inner, session)
    session.weigh(answer)
    if (usesInput || test.op === 'test') return typeof answer === 'boolean' ? answer : null
    return meets(input, answer)
  }
}

/** A range holds it, a list has it (or a range that holds it), any other value equals it. */
function meets(input: FeelValue, wanted: FeelValue): boolean | null {
  if (wanted instanceof FeelRange && !(input instanceof FeelRange)) return contains(wanted, input)
  if (Array.isArray(wanted) && equals(input, wanted) !== true)
    return any(wanted.map((item) => meets(input, item) ?? false))
  return equals(input, wanted)
}

function any(answers: (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}

export const membership: Link<'in'> = ({ value, tests }, link) => {
  const run = link(value)
  const checks = tests.map((test) => check(test, link))
  return (frame, session) => {
    const input = run(frame, session)
    session.weigh(input)
    return any(checks.map((one) => one(input, frame, session)))
  }
}

/** A cell of a decision table, over the input that the scope holds as `?`. */
export const unaryTests: Link<'tests'> = ({ tests, negated, at }, link) => {
  const checks = tests.map((test) => check(test, link))
  return (frame, session) => {
    const input = frame.find(INPUT)
    if (input === undefined && checks.length) return session.nothing('NAME_UNKNOWN', at, { name: INPUT })
    const answer = any(checks.map((one) => one(input ?? null, frame, session)))
    return answer === null ? null : answer !== negated
  }
}

/** `= 5` and `!= 5`, which only mean something against an input. */
export const single: Link<'test'> = ({ operator, value, at }, link) => {
  const run = link(value)
  return (frame, session) => compared(operator, frame.find(INPUT) ?? null, run(frame, session), session, at)
}
