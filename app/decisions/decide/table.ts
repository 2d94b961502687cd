import { HIT_POLICIES, type Match, NEEDS_A_RULE, rankOf } from '#decisions/decide/hit_policies'
import { type Session, type Sight, seeing } from '#decisions/decide/session'
import { permitted, shaped } from '#decisions/decide/shape'
import type { CompiledOutput, CompiledRule, CompiledTable, Leaf } from '#decisions/compiled'
import { type FeelContext, type FeelValue, toJson } from '#expressions/index'

/** What a table says of its inputs. The trace says which rules took them, and which decided. */
export function decideTable(table: CompiledTable, session: Session, sight: Sight): FeelValue {
  const { hit, inputs, outputs, rules } = table
  const values: FeelValue[] = []
  for (const input of inputs) {
    const value = shaped(session.evaluate(input.value, sight), input.shape, session, sight.of)
    if (!permitted(input.allowed, value, session, sight))
      return session.fault('NOT_ALLOWED', sight.of, { value: JSON.stringify(toJson(value)).slice(0, 80) })
    values.push(value)
  }
  const scopes = values.map((value) => seeing(sight, [['?', value]]))
  const matching = rules.filter((rule) => takes(rule, scopes, session))
  if (matching.length === 0) return unmatched(table, session, sight)

  const matches = matching.map((rule) => matchOf(rule, outputs, session, sight))
  const verdict = HIT_POLICIES[hit]?.(matches)
  const matched = matching.map(({ id }) => id)
  if (!verdict || 'fault' in verdict)
    return session.fault(verdict?.fault ?? 'NOT_READ', sight.of, { rules: matched.slice(0, 10).join(', ') })
  const gave = verdict.gave.map(({ id }) => id)
  session.because({ of: sight.of, hit, matched, gave, value: toJson(verdict.value) })
  return verdict.value
}

function takes({ when }: CompiledRule, inputs: Sight[], session: Session): boolean {
  session.spend(1)
  return when.every((test, index) => test === null || session.evaluate(test, inputs[index] as Sight) === true)
}

function matchOf(
  { id, then }: CompiledRule,
  outputs: CompiledOutput[],
  session: Session,
  sight: Sight
): Match {
  const values = outputs.map(({ shape }, index) => {
    const entry = then[index] as Leaf
    return shaped(session.evaluate(entry, sight), shape, session, sight.of)
  })
  const ranks = outputs.map(({ order }, index) =>
    order ? rankOf(values[index] ?? null, session.evaluate(order, sight)) : 0
  )
  return { id, value: combined(values, outputs), ranks }
}

/** Several outputs are a context, by their names. */
function combined(values: FeelValue[], outputs: CompiledOutput[]): FeelValue {
  if (outputs.length === 1) return values[0] ?? null
  const context: FeelContext = new Map()
  outputs.forEach(({ name }, index) => context.set(name, values[index] ?? null))
  return context
}

function unmatched({ hit, outputs }: CompiledTable, session: Session, sight: Sight): FeelValue {
  const given = outputs.some(({ otherwise }) => otherwise !== null)
  const value: FeelValue = given
    ? combined(
        outputs.map(({ otherwise }) => (otherwise ? session.evaluate(otherwise, sight) : null)),
        outputs
      )
    : NEEDS_A_RULE.test(hit)
      ? null
      : (HIT_POLICIES[hit]?.([]) as { value: FeelValue }).value
  session.because({ of: sight.of, hit, matched: [], gave: [], value: toJson(value) })
  return given || !NEEDS_A_RULE.test(hit) ? value : session.fault('NO_RULE', sight.of)
}
