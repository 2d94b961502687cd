import { VariableContext } from 'lezer-feel'
import { Refused } from '#expressions/parse/builder'

/** What the grammar knows of a name: what can be asked of it with a dot. */
export type Known = true | KnownNames
export interface KnownNames {
  [name: string]: Known
}

/** Names that may be merged while one source is read. */
const MOST_MERGED = 500_000
let left = MOST_MERGED

/** Called before a source is read, which is done in one go. */
export function readAnew(): void {
  left = MOST_MERGED
}

type Names = Record<string, unknown>

const NONE: Names = {}
const isNone = (names: Names) => Object.keys(names).length === 0
const isNames = (known: unknown): known is object => typeof known === 'object' && known !== null

/**
 * The contexts in which words are read as one name; what nothing is known of may have any of the entries that anything has.
 * The library’s own way to merge them writes out whatever is in one many times over, as often; here each two are merged once.
 */
export function readingWith(anywhere: KnownNames): typeof VariableContext {
  const done = new WeakMap<Names, WeakMap<Names, Names>>()

  return class Reading extends VariableContext {
    static override of(...contexts: unknown[]): VariableContext {
      const names = contexts.reduce<Names>((one, other) => Reading.#merged(one, Reading.#within(other)), NONE)
      return new this(isNone(names) ? anywhere : names)
    }

    static #within(known: unknown): Names {
      if (known instanceof VariableContext) return known.value
      return isNames(known) && !this.isAtomic(known) ? (known as Names) : NONE
    }

    /** The library works some values out only when they are asked for. */
    static #isLater = (known: unknown) =>
      isNames(known) && !(known instanceof VariableContext) && this.isAtomic(known)

    static #merged(one: Names, other: Names): Names {
      if (one === other || isNone(other)) return one
      if (isNone(one)) return other
      const before = done.get(one)?.get(other)
      if (before) return before
      left -= Object.keys(one).length + Object.keys(other).length
      if (left < 0) throw new Refused('TOO_MANY_NAMES', 0, { limit: MOST_MERGED })
      const names = { ...one }
      for (const [name, known] of Object.entries(other))
        names[name] =
          Object.hasOwn(one, name) && !Reading.#isLater(known)
            ? Reading.#merged(Reading.#within(one[name]), Reading.#within(known))
            : known
      const pairs = done.get(one) ?? new WeakMap<Names, Names>()
      done.set(one, pairs.set(other, names))
      return names
    }
  }
}
