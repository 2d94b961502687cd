import { type Branch } from '#catalogue/domain/coverage/branch'
import type { CompiledDecisions } from '#decisions/index'
import type { Graph } from '#engine/index'

type Logic = CompiledDecisions['decisions'][number]['logic']
type Table = Extract<NonNullable<Logic>, { kind: 'table' }>

interface Named {
  id: string
  name: string
  logic: Logic
}

/** The decisions, and the knowledge that they call, that a decision or a service of a model rests on, itself among them. */
function restsOn(model: CompiledDecisions, name: string): Named[] {
  const all = [...model.decisions, ...model.knowledge]
  const service = model.services.find((one) => one.name === name)
  const found = new Map<string, Named>()
  const visit = (id: string): void => {
    const one = all.find((other) => other.id === id)
    if (!one || found.has(id) || service?.given.includes(id)) return
    found.set(id, one)
    for (const other of [...('reads' in one ? one.reads : []), ...one.calls]) visit(other)
    for (const output of model.services.find((other) => one.calls.includes(other.id))?.outputs ?? [])
      visit(output)
  }
  for (const id of service?.outputs ?? all.flatMap((one) => (one.name === name ? [one.id] : []))) visit(id)
  return [...found.values()]
}

/** The tables in a piece of logic, wherever they stand in it. */
function tablesIn(logic: unknown): Table[] {
  if (typeof logic !== 'object' || logic === null) return []
  return 'kind' in logic && logic.kind === 'table' ? [logic as Table] : Object.values(logic).flatMap(tablesIn)
}

/** What a rule asks of each input, as its author wrote it; null where it takes anything. */
function asks({ inputs }: Table, { when }: Table['rules'][number]): string | null {
  const said = when.flatMap((test, column) =>
    test && 'source' in test ? [`${inputs[column]?.label ?? ''}: ${test.source}`] : []
  )
  return said.length > 0 ? said.join('; ') : null
}

/** The rules by which the tasks of a process may decide. */
export function* rulesOf({ nodes }: Graph): Generator<Branch> {
  for (const { id: element, kind, data } of Object.values(nodes)) {
    if (kind !== 'business_rule_task') continue
    const { decision, model } = data as { decision: string; model: CompiledDecisions | null }
    for (const { name, logic } of model ? restsOn(model, decision) : [])
      for (const table of tablesIn(logic))
        for (const rule of table.rules)
          yield {
            id: `${element}:${name}/${rule.id}`,
            kind: 'rule',
            element,
            target: null,
            condition: asks(table, rule),
            taken: ({ commands }) =>
              commands.some(
                (command) =>
                  command.type === 'trace' &&
                  command.element === element &&
                  String(command.because?.[name] ?? '')
                    .split(', ')
                    .includes(rule.id)
              ),
          }
  }
}
