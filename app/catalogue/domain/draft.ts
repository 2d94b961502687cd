import type { Diagnostic } from '#core/diagnostic'
import type { FeeScheduleSource } from '#fees/index'
import { problem, warning } from '#core/diagnostic'
import { checkSchema } from '#catalogue/domain/check_schema'
import { type FileKind, type ProcedureFiles, SHEET, kindOf } from '#catalogue/domain/files'
import type { MigrationPlan } from '#catalogue/domain/migration/types'
import type { DecisionModel } from '#decisions/index'
import type { Seam } from '#catalogue/domain/seams/types'
import { parseJson } from '#catalogue/domain/parse_json'
import type { Scenario } from '#catalogue/domain/scenario'
import type { DocumentTemplate, NoticeTemplate, ProcessFile, Sheet, TextTree } from '#catalogue/domain/types'

/** The documents of a procedure, read and well formed each by itself, not yet checked together. */
export interface Draft {
  sheet: Sheet
  process: ProcessFile
  fees: FeeScheduleSource | null
  /** What a town fills in beside rates. */
  seams: Seam[]
  /** The documents that may hold expressions, as written. */
  sources: string[]
  forms: Map<string, { schema: unknown; ui: unknown }>
  /** Decision models, by their files: as JSON, or as the XML of DMN. */
  decisions: Map<string, DecisionModel | string>
  templates: Map<string, DocumentTemplate>
  notices: Map<string, NoticeTemplate>
  texts: Map<string, TextTree>
  scenarios: Map<string, Scenario>
  /** How cases come to it from earlier versions, by both versions; no part of the version itself. */
  migrations: Map<string, MigrationPlan>
}

/** Where expressions are. */
const SPEAKING = /^(fees\.json|forms\/.*\.ui\.json|decisions\/.*|documents\/.*|.*\.bpmn)$/

type Parsed = Map<FileKind, Map<string, unknown>>

const faultsOf = (kind: Exclude<FileKind, 'process' | 'dmn'>, file: string, value: unknown): Diagnostic[] =>
  kind === 'form' || kind === 'form_ui' ? [] : checkSchema(kind, file, value)

/** Every file that is JSON (the dialect of forms is judged by `forms`), parsed and held against the schema of its kind. */
function parseAll(files: ProcedureFiles, diagnostics: Diagnostic[]): Parsed {
  const parsed: Parsed = new Map()
  for (const [file, text] of files) {
    const known = kindOf(file)
    if (!known) diagnostics.push(warning('FILE_UNEXPECTED', { file }))
    else if (known.kind !== 'process' && known.kind !== 'dmn') {
      const json = parseJson(file, text)
      const found = json.ok ? faultsOf(known.kind, file, json.value) : [json.error]
      diagnostics.push(...found)
      if (!json.ok) continue
      if (!parsed.has(known.kind)) parsed.set(known.kind, new Map())
      parsed.get(known.kind)?.set(known.id, json.value)
    }
  }
  return parsed
}

function formsOf(parsed: Parsed, diagnostics: Diagnostic[]): Draft['forms'] {
  const schemas = parsed.get('form') ?? new Map()
  const pages = parsed.get('form_ui') ?? new Map()
  const forms: Draft['forms'] = new Map()
  for (const id of new Set([...schemas.keys(), ...pages.keys()])) {
    if (!schemas.has(id)) diagnostics.push(problem('FILE_MISSING', { file: `forms/${id}.schema.json` }))
    else if (!pages.has(id)) diagnostics.push(problem('FILE_MISSING', { file: `forms/${id}.ui.json` }))
    else forms.set(id, { schema: schemas.get(id), ui: pages.get(id) })
  }
  return forms
}

function decisionsOf(files: ProcedureFiles, models: Map<string, DecisionModel>): Draft['decisions'] {
  const drawn = [...files].filter(([file]) => kindOf(file)?.kind === 'dmn')
  return new Map<string, DecisionModel | string>([
    ...[...models].map(([id, model]) => [`decisions/${id}.json`, model] as const),
    ...drawn,
  ])
}

/** The parts of a procedure and what is wrong with each; null as long as any of them can't be read. */
export function draftOf(files: ProcedureFiles): { draft: Draft | null; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const parsed = parseAll(files, diagnostics)
  const forms = formsOf(parsed, diagnostics)
  if (!files.has(SHEET)) diagnostics.push(problem('FILE_MISSING', { file: SHEET }))
  const sheet = parsed.get('procedure')?.get('procedure') as Sheet | undefined
  const xml = typeof sheet?.process === 'string' ? files.get(sheet.process) : undefined
  if (sheet && xml === undefined && typeof sheet.process === 'string')
    diagnostics.push(problem('FILE_MISSING', { file: sheet.process }))
  if (!sheet || xml === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    return { draft: null, diagnostics }
  const all = <T>(kind: FileKind) => (parsed.get(kind) ?? new Map()) as Map<string, T>
  const draft: Draft = {
    sheet,
    process: { file: sheet.process, xml },
    fees: (parsed.get('fees')?.get('fees') as FeeScheduleSource | undefined) ?? null,
    seams: (parsed.get('seams')?.get('seams') as { values: Seam[] } | undefined)?.values ?? [],
    sources: [...files].filter(([file]) => SPEAKING.test(file)).map(([, text]) => text),
    forms,
    decisions: decisionsOf(files, all<DecisionModel>('decision')),
    templates: all('document'),
    notices: all('notice'),
    texts: all('texts'),
    scenarios: all('scenario'),
    migrations: all('migration'),
  }
  return { draft, diagnostics }
}
