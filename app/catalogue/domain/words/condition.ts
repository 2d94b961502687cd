import type { Json } from '#core/json'
import type { Expression } from '#expressions/index'
import { type Asked, plainValue, subjectOf } from '#catalogue/domain/words/subject'
import type { Tale } from '#catalogue/domain/words/tale'

type Tree = Expression['tree']
type Comparison = Extract<Tree, { op: 'comparison' }>

/** A part that has no words is quoted as its author wrote it. */
const UNTOLD = Symbol('untold')

const OPERATORS: Record<Comparison['operator'], string> = {
  '=': 'is',
  '!=': 'isNot',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
}

/** What a name or a path says, from its root: `answers.kind` gives both. */
function pathOf(tree: Tree): string[] | null {
  if (tree.op === 'name') return [tree.name]
  if (tree.op !== 'path') return null
  const before = pathOf(tree.of)
  return before && [...before, tree.name]
}

function literalOf(tree: Tree): Json | typeof UNTOLD {
  if (tree.op === 'literal') return tree.value
  if (tree.op === 'number') return tree.value
  if (tree.op === 'temporal') return tree.value
  return UNTOLD
}

/** `count(fee.lines)` is about what it counts. */
function counted(tree: Tree): string[] | null {
  return tree.op === 'call' && tree.name === 'count' && tree.args[0] ? pathOf(tree.args[0]) : null
}

class Teller {
  constructor(
    private readonly tale: Tale,
    private readonly form?: string
  ) {}

  say(tree: Tree): string {
    switch (tree.op) {
      case 'and':
      case 'or': {
        const [left, right] = [this.say(tree.left), this.say(tree.right)]
        const side = (text: string, of: Tree) =>
          (of.op === 'and' || of.op === 'or') && of.op !== tree.op ? `(${text})` : text
        return this.#t(tree.op, { left: side(left, tree.left), right: side(right, tree.right) })
      }
      case 'comparison':
        return this.#comparison(tree)
      case 'name':
      case 'path':
        return this.#is(this.#path(tree), true)
      case 'call': {
        const [inner] = tree.args
        if (tree.name === 'not' && inner) return this.#t('not', { what: this.say(inner) })
        throw UNTOLD
      }
      default:
        throw UNTOLD
    }
  }

  #comparison({ operator, left, right }: Comparison): string {
    const value = literalOf(right)
    if (value === UNTOLD) return this.#ofTwo(operator, left, right)
    const size = counted(left)
    if (size) return this.#sized(operator, size, value)
    const path = this.#path(left)
    if (value === null) return this.#t(operator === '=' ? 'unknown' : 'known', { subject: this.#named(path) })
    if (operator === '=' || operator === '!=') return this.#is(path, value, operator === '!=')
    const { name, value: read } = subjectOf(this.tale, path, this.#asked(value))
    return this.#t(OPERATORS[operator], { subject: name, value: read(value) })
  }

  #ofTwo(operator: Comparison['operator'], left: Tree, right: Tree): string {
    return this.#t(OPERATORS[operator], {
      subject: this.#named(this.#path(left)),
      value: this.#named(this.#path(right)),
    })
  }

  #sized(operator: Comparison['operator'], path: string[], value: Json): string {
    const subject = this.#t('count', { subject: this.#named(path) })
    return this.#t(OPERATORS[operator], { subject, value: plainValue(this.tale, value) })
  }

  #is(path: string[], value: Json, otherwise = false): string {
    const { name, value: read } = subjectOf(this.tale, path, this.#asked(value))
    return this.#t(otherwise ? 'isNot' : 'is', { subject: name, value: read(value) })
  }

  #path(tree: Tree): string[] {
    const path = pathOf(tree)
    if (!path) throw UNTOLD
    return path
  }

  #named = (path: string[]) => subjectOf(this.tale, path, this.#asked()).name
  #asked = (compared?: Json): Asked => ({ form: this.form, compared })
  #t = (key: string, params: Record<string, string>) => this.tale.t(`catalogue.conditions.${key}`, params)
}

/** A condition as a sentence part: “«Decision» is «Grant»”; one that is more than comparisons is quoted. */
export function conditionWords(tale: Tale, { tree, source }: Expression, form?: string): string {
  try {
    return new Teller(tale, form).say(tree)
  } catch (untold) {
    if (untold !== UNTOLD) throw untold
    return tale.t('catalogue.conditions.source', { source })
  }
}
