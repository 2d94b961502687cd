import { isOf } from '#expressions/builtins/conform'
import type { Link } from '#expressions/evaluate/run'
import { compare } from '#expressions/values/order'
import { parseNumber } from '#expressions/values/number'
import { parseTemporal, whyNoMoment } from '#expressions/values/moments'
import { type FeelContext, FeelRange, type FeelValue } from '#expressions/values/value'

const constant = (value: FeelValue) => () => value

const literal: Link<'literal'> = ({ value }) => constant(value)
const number: Link<'number'> = ({ value }) => constant(parseNumber(value))
const temporal: Link<'temporal'> = ({ value, at }) => {
  const moment = parseTemporal(value)
  return (_, session) => moment ?? session.nothing(whyNoMoment(value), at, { text: value })
}

const list: Link<'list'> = ({ items }, link) => {
  const runs = items.map(link)
  return (frame, session) => runs.map((run) => run(frame, session))
}

/** Each entry sees those before it. */
const context: Link<'context'> = ({ entries }, link) => {
  const runs = entries.map(({ name, value }) => ({ name, run: link(value) }))
  return (frame, session) => {
    const result: FeelContext = new Map()
    const inner = frame.inside(result)
    for (const { name, run } of runs) result.set(name, run(inner, session))
    return result
  }
}

const range: Link<'range'> = ({ low, high, lowClosed, highClosed, at }, link) => {
  const [from, to] = [low && link(low), high && link(high)]
  return (frame, session) => {
    const [start, end] = [from?.(frame, session) ?? null, to?.(frame, session) ?? null]
    const missing = (from && start === null) || (to && end === null)
    const unordered = start !== null && end !== null && (compare(start, end) ?? 1) > 0
    if (missing || unordered) return session.nothing('RANGE_WITHOUT_ORDER', at)
    return new FeelRange(start, end, lowClosed, highClosed)
  }
}

const instance: Link<'instance'> = ({ value, type }, link) => {
  const run = link(value)
  return (frame, session) => {
    const found = run(frame, session)
    session.weigh(found)
    return found === null ? type === 'null' : isOf(found, type)
  }
}

export const boxes = { literal, number, temporal, list, context, range, instance }
