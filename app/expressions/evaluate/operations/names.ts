import type { Link } from '#expressions/evaluate/run'
import type { Session } from '#expressions/evaluate/session'
import { PROPERTIES } from '#expressions/values/properties'
import { type FeelValue, kindOf } from '#expressions/values/value'

export const name: Link<'name'> =
  ({ name, at }) =>
  (frame, session) => {
    const value = frame.find(name)
    return value === undefined ? session.nothing('NAME_UNKNOWN', at, { name }) : value
  }

/** Of a context its entry, of a list that of each item, of a date or duration its part. */
export const path: Link<'path'> = ({ of, name, at }, link) => {
  const run = link(of)
  const step = (value: FeelValue, session: Session): FeelValue => {
    if (Array.isArray(value)) {
      session.spend(value.length)
      return value.map((item) => step(item, session))
    }
    if (value instanceof Map)
      return value.get(name) ?? (value.has(name) ? null : session.nothing('ENTRY_UNKNOWN', at, { name }))
    const properties = PROPERTIES[kindOf(value)]
    if (!properties || !Object.hasOwn(properties, name)) return session.nothing('ENTRY_UNKNOWN', at, { name })
    return properties[name]?.read(value) ?? null
  }
  return (frame, session) => step(run(frame, session), session)
}
