let generation = 0

/** What was remembered for plain data until now is not known any more. */
export const forgetAll = () => void (generation += 1)

const isPlain = (key) => Object.getPrototypeOf(key) === Object.prototype

/**
 * A WeakMap whose plain keys are forgotten with each test: the rooms keep what they reckoned of a calendar or an expression,
 * and what one mutant reckoned must be nobody else's.
 */
export const forgetful = (WeakMap) =>
  class extends WeakMap {
    get(key) {
      const held = super.get(key)
      return held && (held.generation === generation || !isPlain(key)) ? held.value : undefined
    }

    set(key, value) {
      return super.set(key, { value, generation })
    }

    has(key) {
      const held = super.get(key)
      return held !== undefined && (held.generation === generation || !isPlain(key))
    }
  }
