import { type Diagnostic, problem } from '#core/diagnostic'
import { type CompiledDecisions, compileDecisions, compileDmn } from '#decisions/index'
import type { Draft } from '#catalogue/domain/draft'

/** The models of a procedure, ready to decide, by their files. */
export type Decisions = Map<string, CompiledDecisions>

export async function compileModels({ decisions }: Draft, diagnostics: Diagnostic[]): Promise<Decisions> {
  const compiled: Decisions = new Map()
  for (const [file, source] of decisions) {
    const model =
      typeof source === 'string'
        ? await compileDmn({ file, xml: source })
        : compileDecisions({ file, model: source })
    if (model.ok) {
      compiled.set(file, model.value)
      diagnostics.push(...model.value.warnings)
    } else diagnostics.push(...model.error)
  }
  return compiled
}

const namesOf = ({ decisions, services }: CompiledDecisions): string[] =>
  [...decisions, ...services].map(({ name }) => name)

/** By the names that tasks ask for; one that two files have is reported. */
export function byName(models: Decisions, diagnostics: Diagnostic[]): Record<string, CompiledDecisions> {
  const found = new Map<string, CompiledDecisions>()
  for (const [file, model] of models)
    for (const name of namesOf(model)) {
      if (found.has(name)) diagnostics.push(problem('DECISION_REPEATED', { file, params: { name } }))
      else found.set(name, model)
    }
  return Object.fromEntries(found)
}
