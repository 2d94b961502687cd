import type { Frame } from '#expressions/evaluate/frame'
import type { Link, Linker, Run } from '#expressions/evaluate/run'
import { span } from '#expressions/evaluate/operations/span'
import type { Session } from '#expressions/evaluate/session'
import type { Binding } from '#expressions/tree'
import { type FeelContext, FeelRange, type FeelValue } from '#expressions/values/value'

interface Source {
  name: string
  from: Run
  to: Run | null
  at: number
}

const source = (link: Linker, { name, from, to }: Binding): Source => ({
  name,
  from: link(from),
  to: to && link(to),
  at: from.at,
})

/** What a binding walks, one at a time; a value that is no list is walked alone. */
function walk({ from, to, at }: Source, frame: Frame, session: Session): Iterable<FeelValue> | null {
  const start = from(frame, session)
  if (to) return span(start, to(frame, session)) ?? session.nothing('NOT_WALKABLE', at)
  if (start instanceof FeelRange)
    return span(start.low, start.high, start) ?? session.nothing('NOT_WALKABLE', at)
  if (start === null) return session.nothing('NOT_WALKABLE', at)
  return Array.isArray(start) ? start : [start]
}

/** Every combination of the bindings, the first the slowest; null when one can't be walked. */
function combine(
  sources: Source[],
  frame: Frame,
  session: Session,
  visit: (frame: Frame) => boolean
): 'stop' | 'done' | null {
  const [first, ...rest] = sources
  if (!first) return visit(frame) ? 'stop' : 'done'
  const items = walk(first, frame, session)
  if (items === null) return null
  for (const item of items) {
    session.spend(1)
    const ended = combine(rest, frame.inside(new Map([[first.name, item]])), session, visit)
    if (ended !== 'done') return ended
  }
  return 'done'
}

export const loop: Link<'for'> = ({ bindings, body }, link) => {
  const sources = bindings.map((one) => source(link, one))
  const run = link(body)
  return (frame, session) => {
    const partial: FeelValue[] = []
    const names: FeelContext = new Map([['partial', partial]])
    const ended = combine(sources, frame.inside(names), session, (inner) => {
      session.allowList(partial.length + 1)
      partial.push(run(inner, session))
      return false
    })
    return ended === null ? null : partial
  }
}

const quantified =
  (decisive: boolean): Link<'some' | 'every'> =>
  ({ bindings, body }, link) => {
    const sources = bindings.map((one) => source(link, one))
    const run = link(body)
    return (frame, session) => {
      let unknown = false
      const ended = combine(sources, frame, session, (inner) => {
        const answer = run(inner, session)
        unknown ||= typeof answer !== 'boolean'
        return answer === decisive
      })
      if (ended === 'stop') return decisive
      if (unknown) return session.nothing('NOT_A_CONDITION', body.at)
      return ended === null ? null : !decisive
    }
  }

export const some = quantified(true)
export const every = quantified(false)
