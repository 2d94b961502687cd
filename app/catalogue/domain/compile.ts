import { type Diagnostic, hasProblems } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import type { FeelType } from '#expressions/index'
import { type FeeSchedule, compileFeeSchedule } from '#fees/index'
import { type CompiledForm, compileForm } from '#forms/index'
import { type CompiledTemplate, compileTemplate } from '#documents/index'
import { type Graph, type Known, compileProcess } from '#engine/index'
import { type Context, CHECKS } from '#catalogue/domain/check/index'
import type { TypeEnvironment } from '#expressions/index'
import { placed } from '#catalogue/domain/check/placed'
import { FEES, type ProcedureFiles } from '#catalogue/domain/files'
import { byName, compileModels } from '#catalogue/domain/decisions'
import { digestOfFiles } from '#catalogue/domain/digest'
import { type Draft, draftOf } from '#catalogue/domain/draft'
import { defaultsOf, townEnvironment, townNames } from '#catalogue/domain/seams/town_names'
import { processFacts } from '#catalogue/domain/process_facts'
import { templateTypes } from '#catalogue/domain/template_types'
import type { CompiledProcedure, Pack } from '#catalogue/domain/types'
import { ACTIVITIES, errorsOf } from '#catalogue/domain/vocabulary'

/** The fee of a case, as its process sees it. */
const FEE: FeelType = {
  context: { total: 'number', accruedOn: 'date', lines: 'any', values: 'any', late: 'any' },
}

const record = <T>(entries: Iterable<[string, T]>): Record<string, T> => Object.fromEntries(entries)

/** Compiles some of the forms, and says what is wrong with them. `variables`: what theirs may speak of beside the answers. */
function compileForms(
  draft: Draft,
  ids: Iterable<string>,
  diagnostics: Diagnostic[],
  variables: TypeEnvironment = {}
): [string, CompiledForm][] {
  return [...ids].flatMap((id) => {
    const source = draft.forms.get(id)
    if (!source) return []
    const form = compileForm({ id, ...source, file: `forms/${id}`, variables })
    if (!form.ok) diagnostics.push(...form.error)
    return form.ok ? [[id, form.value] as [string, CompiledForm]] : []
  })
}

/** What the office issues; conditions in it may speak of the answers and of what the process has written. */
function compileTemplates(
  draft: Draft,
  { forms, graph }: { forms: Map<string, CompiledForm>; graph: Graph },
  diagnostics: Diagnostic[]
): Map<string, CompiledTemplate> {
  const templates = new Map<string, CompiledTemplate>()
  const around = { forms, types: templateTypes({ graph, seams: draft.seams }) }
  for (const [id, source] of draft.templates) {
    const template = compileTemplate({ id, source, file: `documents/${id}.json`, ...around })
    if (template.ok) templates.set(id, template.value)
    else diagnostics.push(...template.error)
  }
  return templates
}

/** What it costs, over the answers of the submission. */
function compileFees(
  { sheet, fees, seams }: Draft,
  forms: Map<string, CompiledForm>,
  diagnostics: Diagnostic[]
): FeeSchedule | null {
  const form = forms.get(sheet.submissionForm)
  const { town: _town, ...types } = form?.types ?? {}
  if (!fees || !form) return null
  const compiled = compileFeeSchedule({ source: fees, file: FEES, types, town: townNames(seams) })
  if (compiled.ok) return compiled.value
  diagnostics.push(...compiled.error)
  return null
}

/** The names a process may use. A case starts with the answers of its submission. */
function knownTo(
  { sheet, fees, seams, forms, templates }: Draft,
  compiled: Map<string, CompiledForm>,
  around: Pick<Known, 'decisions' | 'processes'>
): Known {
  const { town: _town, ...answers } = compiled.get(sheet.submissionForm)?.types ?? {}
  return {
    forms: [...forms.keys()],
    activities: Object.keys(ACTIVITIES),
    errors: record(Object.keys(ACTIVITIES).map((name) => [name, errorsOf(name)])),
    templates: [...templates.keys()],
    ...around,
    variables: {
      answers: compiled.has(sheet.submissionForm) ? { context: answers } : 'any',
      ...(fees && { fee: FEE }),
      ...townEnvironment(seams),
      ...(sheet.signInLevel === 'none' && { anonymous: 'boolean' as const }),
    },
  }
}

/**
 * The documents of a procedure, made ready to run, or everything that is wrong with them: where, and (by code)
 * what to do. What should only be looked at is in `warnings`. `pack`, when given, is held against the sheet, and
 * `processes`, the slugs of the catalogue, against what it calls.
 */
export async function compile(
  files: ProcedureFiles,
  { pack = null, processes }: { pack?: Pack | null; processes?: readonly string[] } = {}
): Promise<Result<CompiledProcedure, Diagnostic[]>> {
  const { draft, diagnostics } = draftOf(files)
  if (!draft) return err(diagnostics)
  const town = townEnvironment(draft.seams)
  const filed = compileForms(draft, [draft.sheet.submissionForm], diagnostics, town)
  const fees = compileFees(draft, new Map(filed), diagnostics)
  const models = await compileModels(draft, diagnostics)
  const around = { decisions: byName(models, diagnostics), ...(processes && { processes }) }
  const process = await compileProcess({ ...draft.process, known: knownTo(draft, new Map(filed), around) })
  const variables = process.ok ? { context: process.value.variables } : 'any'
  const asked = [...draft.forms.keys()].filter((id) => id !== draft.sheet.submissionForm)
  const forms = new Map([...filed, ...compileForms(draft, asked, diagnostics, { variables, ...town })])
  if (!process.ok) diagnostics.push(...process.error)
  if (!process.ok || hasProblems(diagnostics)) return err(diagnostics)
  const graph = process.value
  const templates = compileTemplates(draft, { forms, graph }, diagnostics)
  const facts = processFacts(graph)
  const digest = digestOfFiles(files)
  const context: Context = {
    ...draft,
    digest,
    forms,
    fees,
    models,
    graph,
    facts,
    elements: Object.keys(graph.nodes),
    pack,
  }
  diagnostics.push(
    ...graph.warnings,
    ...placed(
      CHECKS.flatMap((check) => check(context)),
      draft.process
    )
  )
  if (hasProblems(diagnostics)) return err(diagnostics)
  return ok({
    digest,
    slug: draft.sheet.slug,
    sheet: draft.sheet,
    forms: record(forms),
    fees,
    seams: draft.seams,
    values: defaultsOf(draft.seams),
    valuesDigest: null,
    graph,
    decisions: record(models),
    templates: record(templates),
    notices: record(draft.notices),
    texts: record(draft.texts),
    scenarios: record(draft.scenarios),
    phases: facts.phases,
    outcomes: facts.outcomes,
    warnings: diagnostics,
  })
}
