/** The documents of one procedure: path inside its folder (with `/`) -> text. */
export type ProcedureFiles = ReadonlyMap<string, string>

/** What a procedure may weigh: packs are untrusted data, so everything has a bound. */
export const LIMITS = {
  files: 200,
  fileBytes: 1_048_576,
  folderBytes: 8_388_608,
  depth: 3,
  jsonDepth: 32,
} as const

export const SHEET = 'procedure.json'
export const FEES = 'fees.json'
export const SEAMS = 'seams.json'

/** The kinds of document a procedure may hold, by path; each has its JSON Schema (BPMN has the engine, DMN the room of decisions). */
const KINDS = [
  { kind: 'procedure', path: /^procedure\.json$/ },
  { kind: 'process', path: /^[a-z][a-z0-9_]*\.bpmn$/ },
  { kind: 'fees', path: /^fees\.json$/ },
  { kind: 'seams', path: /^seams\.json$/ },
  { kind: 'form', path: /^forms\/([a-z][a-z0-9_]*)\.schema\.json$/ },
  { kind: 'form_ui', path: /^forms\/([a-z][a-z0-9_]*)\.ui\.json$/ },
  { kind: 'document', path: /^documents\/([a-z][a-z0-9_]*)\.json$/ },
  { kind: 'notice', path: /^notices\/([a-z][a-z0-9_]*)\.json$/ },
  { kind: 'decision', path: /^decisions\/([a-z][a-z0-9_]*)\.json$/ },
  { kind: 'dmn', path: /^decisions\/([a-z][a-z0-9_]*)\.dmn$/ },
  { kind: 'texts', path: /^texts\/([a-z]{2,3})\.json$/ },
  { kind: 'scenario', path: /^scenarios\/([a-z][a-z0-9_]*)\.json$/ },
  { kind: 'migration', path: /^migrations\/(\d{1,6}(?:\.\d{1,6}){2}-\d{1,6}(?:\.\d{1,6}){2})\.json$/ },
] as const

export type FileKind = (typeof KINDS)[number]['kind']

/** What a path holds and the id its name gives it, or null when nothing of ours lives there. */
export function kindOf(path: string): { kind: FileKind; id: string } | null {
  for (const { kind, path: pattern } of KINDS) {
    const found = pattern.exec(path)
    if (found) return { kind, id: found[1] ?? kind }
  }
  return null
}

/** What a version is made of. How cases come to it from an earlier one is said beside it: a plan names its digest. */
export const filesOfVersion = (files: ProcedureFiles): ProcedureFiles =>
  new Map([...files].filter(([path]) => kindOf(path)?.kind !== 'migration'))
