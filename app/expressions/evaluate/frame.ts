import type { FeelContext, FeelValue } from '#expressions/values/value'

/** What an expression is evaluated over. */
export type Scope = FeelContext

/** The names in reach: the nearest first. */
export class Frame {
  constructor(
    private readonly names: FeelContext,
    private readonly outer: Frame | null = null
  ) {}

  /** `undefined` for a name that nobody gave. */
  find(name: string): FeelValue | undefined {
    const value = this.names.get(name)
    return value === undefined ? this.outer?.find(name) : value
  }

  inside(names: FeelContext): Frame {
    return new Frame(names, this)
  }
}
