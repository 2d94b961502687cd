import type { FeelType, TypeEnvironment } from '#expressions/types'

/** `net-pay` and `net - pay` are one name: the tree has it as it was declared, however it is written. */
export class Spelling {
  readonly #declared = new Map<string, string>()

  constructor(names: TypeEnvironment) {
    this.#declareAll(names)
  }

  of(name: string): string {
    return this.#declared.get(tight(name)) ?? name
  }

  declare(name: string): string {
    if (!PLAIN.test(name)) this.#declared.set(tight(name), name)
    return name
  }

  #declareAll(names: TypeEnvironment): void {
    for (const [name, type] of Object.entries(names)) {
      this.declare(name)
      this.#declareInside(type)
    }
  }

  #declareInside(type: FeelType): void {
    if (typeof type === 'string') return
    if ('context' in type) return this.#declareAll(type.context)
    this.#declareInside('list' in type ? type.list : type.range)
  }
}

const PLAIN = /^\w*$/

const tight = (name: string) => name.replace(/\s*([./\-'+*])\s*/g, '$1').replace(/\s+/g, ' ')
