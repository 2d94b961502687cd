import { builtin } from '#expressions/builtins/signature'
import type { FeelContext, FeelValue } from '#expressions/values/value'

/** A context of `key` and `value` entries; null for a key that is no text or comes twice. */
function fromEntries(entries: FeelContext[]): FeelContext | null {
  const result: FeelContext = new Map()
  for (const entry of entries) {
    const key = entry.get('key')
    if (typeof key !== 'string' || result.has(key) || !entry.has('value')) return null
    result.set(key, entry.get('value') ?? null)
  }
  return result
}

function put(context: FeelContext, [key, ...deeper]: FeelValue[], value: FeelValue): FeelContext | null {
  if (typeof key !== 'string') return null
  const inner = context.get(key)
  if (deeper.length && !(inner instanceof Map)) return null
  const changed = deeper.length ? put(inner as FeelContext, deeper, value) : value
  return deeper.length && changed === null ? null : new Map(context).set(key, changed)
}

export const contexts = [
  builtin('get value(m: context, key: string): any?', ([context, key]) => context.get(key) ?? null),
  builtin('get value(m: context, keys: list<string>): any?', ([context, keys]) =>
    keys.reduce(
      (found: FeelValue, key: string) => (found instanceof Map ? (found.get(key) ?? null) : null),
      keys.length ? context : null
    )
  ),
  builtin('get entries(m: context): list<context<key: string, value: any>>', ([context]) =>
    [...context].map(
      ([key, value]) =>
        new Map<string, FeelValue>([
          ['key', key],
          ['value', value],
        ])
    )
  ),
  builtin('context(entries: list<context>): context', ([entries]) => fromEntries(entries)),
  builtin('context put(context: context, key: string, value: any): context', ([context, key, value]) =>
    put(context, [key], value)
  ),
  builtin(
    'context put(context: context, keys: list<string>, value: any): context',
    ([context, keys, value]) => put(context, keys, value)
  ),
  builtin(
    'context merge(contexts: list<context>): context',
    ([contexts]) => new Map(contexts.flatMap((context: FeelContext) => [...context]))
  ),
]
