import { type Report, at } from '#decisions/compile/report'
import type { CompiledDecisions, CompiledLogic } from '#decisions/compiled'
import type { DecisionModel } from '#decisions/model'

/** Names what is given or required and nothing looks at. */
export function checkUses(model: DecisionModel, compiled: CompiledDecisions, report: Report): void {
  const { inputs = [], decisions } = model
  const names = new Map([...inputs, ...decisions].map(({ id, name }) => [id, name]))
  const read = new Set([
    ...decisions.flatMap(({ requires = [] }) => requires),
    ...(model.services ?? []).flatMap((service) => service.inputs ?? []),
  ])
  inputs.forEach(({ id, name }, index) => {
    if (!read.has(id)) report.warning('INPUT_UNUSED', at({ pointer: `/inputs/${index}` }, id), { name })
  })
  for (const { id, name, reads, logic } of compiled.decisions) {
    const index = decisions.findIndex((decision) => decision.id === id)
    const place = at({ pointer: `/decisions/${index}` }, id)
    if (!logic) report.warning('DECISION_WITHOUT_LOGIC', place, { name })
    const used = logic && namesIn(logic)
    for (const required of used ? reads : []) {
      const given = names.get(required) ?? ''
      if (!used?.has(given)) report.warning('REQUIRED_UNUSED', place, { name, required: given })
    }
  }
}

/** The free names of all expressions within. */
function namesIn(logic: CompiledLogic): Set<string> {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(look)
    if (typeof part !== 'object' || part === null) return
    if ('source' in part && 'variables' in part)
      return (part.variables as string[]).forEach((name) => found.add(name))
    Object.values(part).forEach(look)
  }
  look(logic)
  return found
}
