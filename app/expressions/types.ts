/** The type of a FEEL value, as plain JSON. `any` is what isn't known; `null` is the type of `null` alone. */
export type FeelType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  // may be asked for, as the standard has it; no value is one
  | 'function'
  | 'any'
  | 'null'
  | { list: FeelType }
  | { range: FeelType }
  | { context: TypeEnvironment }

/** The names an expression may use, and what each holds. */
export interface TypeEnvironment {
  [name: string]: FeelType
}
