import { hasProblems, problem, warning, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { compileExpression, type Expression, type FeelType, type TypeEnvironment } from '#expressions/index'
import { checkBounds } from '#fees/compile/bounds'
import { checkTable } from '#fees/compile/tables'
import type {
  FeeSchedule,
  CompiledStep,
  CompiledTable,
  FeeScheduleSource,
  StepSource,
  TableSource,
  TownNames,
} from '#fees/types'

export interface FeeScheduleOptions {
  source: FeeScheduleSource
  file: string
  /** The answers of the submission, by name. */
  types: TypeEnvironment
  /** The single values that a town fills in. */
  town?: TownNames
}

const KINDS = ['value', 'charge', 'minimum', 'maximum', 'reduction', 'surcharge'] as const

/** What every reckoning knows beside the answers. */
export const KNOWN: TypeEnvironment = {
  filed_on: 'date',
  accrued_on: 'date',
  subtotal: 'number',
  charges: 'number',
}

const NOTHING_OPEN: TownNames = { types: {}, values: {} }

/** Makes a fee schedule ready to reckon with: every fault at once, each with its place. Pure. */
export function compileFeeSchedule(options: FeeScheduleOptions): Result<FeeSchedule, Diagnostic[]> {
  const compiler = new Compiler(options)
  const compiled = compiler.compile()
  return hasProblems(compiler.diagnostics) ? err(compiler.diagnostics) : ok(compiled)
}

class Compiler {
  readonly diagnostics: Diagnostic[] = []
  readonly #source: FeeScheduleSource
  readonly #file: string
  readonly #tableTypes: TypeEnvironment
  /** What a step may speak of; grows with each value that is reckoned. */
  #types: TypeEnvironment
  #used = new Set<string>()
  readonly #town: TownNames

  constructor({ source, file, types, town = NOTHING_OPEN }: FeeScheduleOptions) {
    this.#town = town
    this.#source = source
    this.#file = file
    this.#tableTypes = Object.fromEntries(Object.keys(source.tables).map((name) => [name, 'number'] as const))
    const open = Object.keys(town.types).length > 0
    this.#types = { ...types, ...KNOWN, ...(open && { town: { context: town.types } }) }
  }

  compile(): FeeSchedule {
    const { accrual, term, tables, steps } = this.#source
    this.#names()
    const accrues =
      accrual === undefined ? null : this.#feel(accrual, 'date', ['accrual'], ['accrued_on', 'town'])
    const files = term === undefined ? null : this.#feel(term, 'string', ['term'], Object.keys(tables))
    const compiledSteps: CompiledStep[] = []
    for (const [i, step] of steps.entries()) {
      const compiled = this.#step(step, i)
      if (compiled) compiledSteps.push(compiled)
      if (step.value !== undefined) this.#types = { ...this.#types, [step.id]: 'number' }
    }
    const compiledTables = Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [name, this.#table(name, table)])
    )
    for (const name of Object.keys(tables))
      if (!this.#used.has(name)) this.diagnostics.push(warning('TABLE_UNUSED', this.#at('tables', name)))
    this.diagnostics.push(...this.#order(compiledSteps, compiledTables))
    return { accrual: accrues, term: files, tables: compiledTables, steps: compiledSteps, town: this.#town }
  }

  #at = (...at: (string | number)[]) => ({ file: this.#file, pointer: pointerTo(...at) })

  /** A name means one thing. */
  #names(): void {
    const { tables, steps } = this.#source
    const taken = new Set(Object.keys(this.#types))
    const claim = (name: string, ...at: (string | number)[]) => {
      if (taken.has(name))
        this.diagnostics.push(problem('NAME_TAKEN', { ...this.#at(...at), params: { name } }))
      taken.add(name)
    }
    for (const name of Object.keys(tables)) claim(name, 'tables', name)
    for (const [i, { id }] of steps.entries()) claim(id, 'steps', i, 'id')
  }

  #feel(
    source: string,
    expects: FeelType,
    at: (string | number)[],
    without: string[] = []
  ): Expression | null {
    const variables = { ...this.#tableTypes, ...this.#types }
    for (const name of without) delete variables[name]
    const compiled = compileExpression(source, { variables, expects, ...this.#at(...at) })
    if (compiled.ok) return compiled.value
    this.diagnostics.push(...compiled.error)
    return null
  }

  #step(step: StepSource, i: number): CompiledStep | null {
    const kinds = KINDS.filter((kind) => step[kind] !== undefined)
    const [kind] = kinds
    if (!kind || kinds.length > 1) {
      const params = { kinds: KINDS.join(', ') }
      this.diagnostics.push(problem('STEP_KIND', { ...this.#at('steps', i), params }))
      return null
    }
    const read = (name: 'quantity' | 'rate' | 'percent' | typeof kind) =>
      step[name] === undefined ? null : this.#feel(step[name], 'number', ['steps', i, name])
    const when = step.when === undefined ? null : this.#feel(step.when, 'boolean', ['steps', i, 'when'])
    const [expression, quantity, rate, percent] = [
      read(kind),
      read('quantity'),
      read('rate'),
      read('percent'),
    ]
    if (!expression) return null
    return {
      id: step.id,
      kind,
      expression,
      quantity,
      rate,
      percent,
      decimals: step.decimals ?? null,
      on: step.on ?? 'subtotal',
      when,
      rounding: step.rounding ?? this.#source.rounding ?? 'half_up',
      article: step.article ?? null,
      unit: step.unit ?? null,
      tables: {
        always: this.#tablesOf([when]),
        whenDue: this.#tablesOf([expression, quantity, rate, percent]),
      },
    }
  }

  #tablesOf(expressions: (Expression | null)[]): string[] {
    const names = expressions.flatMap((one) => one?.variables ?? [])
    const tables = [...new Set(names)].filter((name) => Object.hasOwn(this.#source.tables, name))
    for (const name of tables) this.#used.add(name)
    return tables
  }

  #table(name: string, table: TableSource): CompiledTable {
    const { by = [], of, mode = 'whole', seam = false, versions, unit = null, per = [] } = table
    const keys = by.map((source, i) => this.#feel(source, 'any', ['tables', name, 'by', i]))
    const measure = of === undefined ? null : this.#feel(of, 'number', ['tables', name, 'of'])
    const { minimum = null, maximum = null } = table
    const place = { file: this.#file, at: ['tables', name], versions: ['tables', name, 'versions'] }
    this.diagnostics.push(
      ...checkTable(table, place.file, place.versions),
      ...checkBounds(table, this.#source.tables, place)
    )
    if (versions.length === 0 && seam !== 'required')
      this.diagnostics.push(problem('TABLE_EMPTY', this.#at('tables', name, 'versions')))
    const compiled = { by: keys.filter((key) => key !== null), of: measure }
    return { seam, ...compiled, mode, unit, per, minimum, maximum, versions }
  }

  /** A table is looked up when a step first needs it: by then what it is looked up by must have been reckoned. */
  #order(steps: CompiledStep[], tables: Record<string, CompiledTable>): Diagnostic[] {
    const known = new Set<string>()
    const values = new Set(steps.filter(({ kind }) => kind === 'value').map(({ id }) => id))
    return steps.flatMap(({ id, kind, tables: { always, whenDue } }) => {
      const early = [...always, ...whenDue].flatMap((name) => {
        const { by, of } = tables[name] as CompiledTable
        const needs = [...by, ...(of ? [of] : [])].flatMap(({ variables }) => variables)
        return needs
          .filter((need) => Object.hasOwn(tables, need) || (values.has(need) && !known.has(need)))
          .map((need) =>
            problem('TABLE_TOO_EARLY', { ...this.#at('tables', name), params: { step: id, need } })
          )
      })
      if (kind === 'value') known.add(id)
      return early
    })
  }
}
