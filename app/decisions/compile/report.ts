import { type Diagnostic, hasProblems, problem, warning } from '#core/diagnostic'
import { LIMITS } from '#decisions/limits'

type Params = Diagnostic['params']

/** Where in the model something stands: a JSON pointer, and the id of the nearest element that has one. */
export interface Place {
  pointer: string
  element?: string
}

export const within = (place: Place, ...keys: (string | number)[]): Place => ({
  ...place,
  pointer: place.pointer + keys.map((key) => `/${key}`).join(''),
})

export const at = (place: Place, element: string): Place => ({ ...place, element })

/** Gathers what is wrong with one model. More than the most would help nobody. */
export class Report {
  readonly diagnostics: Diagnostic[] = []

  constructor(readonly file: string) {}

  get failed(): boolean {
    return hasProblems(this.diagnostics)
  }

  problem(code: string, place: Place, params: Params = {}): void {
    this.#keep(problem(code, { file: this.file, ...place, params }))
  }

  warning(code: string, place: Place, params: Params = {}): void {
    this.#keep(warning(code, { file: this.file, ...place, params }))
  }

  take(found: readonly Diagnostic[], place: Place): void {
    for (const one of found) this.#keep({ ...one, file: this.file, ...place })
  }

  #keep(diagnostic: Diagnostic): void {
    const alike = this.diagnostics.filter(({ severity }) => severity === diagnostic.severity)
    if (alike.length < LIMITS.diagnostics) this.diagnostics.push(diagnostic)
  }
}
