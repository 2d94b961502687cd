import type { CompiledLogic } from '#decisions/compiled'
import { type ByName, called } from '#decisions/decide/called'
import { decideTable } from '#decisions/decide/table'
import { type Session, type Sight, seeing } from '#decisions/decide/session'
import { shaped } from '#decisions/decide/shape'
import { type FeelContext, FeelRange, type FeelValue, Decimal, kindOf } from '#expressions/index'

type Of<K extends CompiledLogic['kind']> = Extract<CompiledLogic, { kind: K }>

/** The value of a boxed expression over the names in sight. */
export function decideLogic(logic: CompiledLogic, session: Session, sight: Sight): FeelValue {
  if (session.spent) return session.exhausted(sight.of)
  session.spend(1)
  switch (logic.kind) {
    case 'literal':
      return session.evaluate(logic.leaf, sight)
    case 'table':
      return decideTable(logic, session, sight)
    case 'context':
      return decideContext(logic, session, sight)
    case 'invoke':
      return invoke(logic, session, sight)
    case 'function':
      return session.fault('NOT_READ', sight.of, { text: 'FUNCTION_DEFINED' })
    case 'list':
      return logic.items.map((item) => decideLogic(item, session, sight))
    case 'relation':
      return logic.rows.map((row): FeelContext => {
        const cells = logic.columns.map(({ name, shape }, index): [string, FeelValue] => {
          const cell = row[index]
          return [name, cell ? shaped(decideLogic(cell, session, sight), shape, session, sight.of) : null]
        })
        return new Map(cells)
      })
    case 'if':
      return decideLogic(
        decideLogic(logic.condition, session, sight) === true ? logic.yes : logic.no,
        session,
        sight
      )
    case 'filter':
      return filtered(logic, session, sight)
    case 'loop':
      return looped(logic, session, sight)
  }
}

/** Each entry sees those before it; one without a name is what the whole comes to. */
function decideContext({ entries }: Of<'context'>, session: Session, sight: Sight): FeelValue {
  const made: FeelContext = new Map()
  let inside = sight
  for (const { name, shape, value: part } of entries) {
    if (part.kind === 'function' && name !== null) {
      const functions: Sight['functions'] = new Map([
        ...inside.functions,
        [name, closure(part, session, inside)],
      ])
      inside = { ...inside, functions }
      continue
    }
    const value = shaped(decideLogic(part, session, inside), shape, session, sight.of)
    if (name === null) return value
    made.set(name, value)
    inside = seeing(inside, [[name, value]])
  }
  return made
}

/** A function that stands in the model, over what it sees there. */
const closure = ({ parameters, body }: Of<'function'>, session: Session, sight: Sight): ByName =>
  called(
    parameters.map(({ name }) => name),
    (args) => {
      const given = parameters.map(({ name, shape }): [string, FeelValue] => [
        name,
        shaped(args.get(name) ?? null, shape, session, sight.of),
      ])
      return decideLogic(body, session, seeing(sight, given))
    }
  )

function invoke({ function: name, args }: Of<'invoke'>, session: Session, sight: Sight): FeelValue {
  const run = sight.functions.get(name)
  if (!run) return session.fault('NOT_READ', sight.of, { text: name })
  const given = new Map(args.map((arg) => [arg.name, decideLogic(arg.value, session, sight)]))
  return run.byName(given)
}

function filtered({ of, match }: Of<'filter'>, session: Session, sight: Sight): FeelValue {
  const found = decideLogic(of, session, sight)
  const list = Array.isArray(found) ? found : found === null ? [] : [found]
  const kept: FeelValue[] = []
  for (const item of list) {
    const entries = item instanceof Map ? [...item] : []
    const answer = decideLogic(match, session, seeing(sight, [['item', item], ...entries]))
    if (kindOf(answer) === 'number') {
      const place = (answer as Decimal).toNumber()
      return list.at(place > 0 ? place - 1 : place) ?? null
    }
    if (answer === true) kept.push(item)
  }
  return kept
}

function looped({ op, name, of, body }: Of<'loop'>, session: Session, sight: Sight): FeelValue {
  const items = walked(decideLogic(of, session, sight))
  if (!items) return session.fault('NOT_OF_ITS_TYPE', sight.of, { value: name })
  const answers: FeelValue[] = []
  for (const item of items) {
    const answer = decideLogic(
      body,
      session,
      seeing(sight, [
        [name, item],
        ['partial', answers.slice()],
      ])
    )
    answers.push(answer)
    if (session.spent) return session.exhausted(sight.of)
    if (op === 'some' && answer === true) return true
    if (op === 'every' && answer === false) return false
  }
  if (op === 'for') return answers
  return answers.every((answer) => typeof answer === 'boolean') ? op === 'every' : null
}

const MOST_ITEMS = 10_000

/** A list, the whole numbers of a range, or one value by itself. */
function walked(value: FeelValue): FeelValue[] | null {
  if (value === null) return null
  if (!(value instanceof FeelRange)) return Array.isArray(value) ? value : [value]
  if (kindOf(value.low) !== 'number' || kindOf(value.high) !== 'number') return null
  const [low, high] = [Number(value.low), Number(value.high)]
  const length = Math.min(high - low + 1, MOST_ITEMS + 1)
  return length > MOST_ITEMS
    ? null
    : Array.from({ length: Math.max(0, length) }, (_, index) => new Decimal(low + index))
}
