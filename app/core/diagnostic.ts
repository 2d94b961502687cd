export type Severity = 'error' | 'warning'

/**
 * What is wrong with a document, where, and (through its code) how to mend it.
 *
 * `code` names a text in `resources/lang/<lang>/<room>.json` under `diagnostics.<code>.problem`
 * and `.remedy`; `params` fill it. `pointer` is a JSON pointer into `file` (empty for XML, which
 * carries `element`, `line` and `column` instead).
 */
export interface Diagnostic {
  code: string
  severity: Severity
  file: string
  pointer: string
  element?: string
  line?: number
  column?: number
  params: Record<string, string | number>
}

type Place = Partial<Omit<Diagnostic, 'code' | 'severity'>>

export const problem = (code: string, place: Place = {}): Diagnostic => ({
  file: '',
  pointer: '',
  params: {},
  ...place,
  code,
  severity: 'error',
})

export const warning = (code: string, place: Place = {}): Diagnostic => ({
  ...problem(code, place),
  severity: 'warning',
})

export const hasProblems = (diagnostics: Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error')
