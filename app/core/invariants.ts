/** The rules of the house that must hold in every town, whatever happened, and that its rows can be asked for. */
export const RULES = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I17',
  'I18',
  'I19',
  'I20',
  'I21',
] as const
export type Rule = (typeof RULES)[number]

/** Those that no row tells: `core.invariants.elsewhere` says who looks at them instead. */
export const ELSEWHERE = ['I6', 'I16'] as const

/** A row that breaks a rule. `fault` has its text in `core.invariants.faults.<fault>`. */
export interface Violation {
  rule: Rule
  fault: string
  row: string
}

/** A rule that is broken, how, and by which row. */
export type Fault = [rule: Rule, fault: string, row: string]

/** Looks at one town and tells the report what it saw. It reads only, in pages, beside whoever works. */
export type Check = (municipalityId: string, report: Report) => Promise<void>

/** How many broken rows are named; all are counted. */
const NAMED = 100

/** What checks saw: for each rule how many rows were looked at, and which of them break it. */
export class Report {
  readonly looked = new Map<Rule, number>()
  readonly broken = new Map<Rule, number>()
  readonly violations: Violation[] = []

  saw(rule: Rule, rows: number): void {
    this.looked.set(rule, (this.looked.get(rule) ?? 0) + rows)
  }

  breaks(rule: Rule, fault: string, row: string): void {
    const count = (this.broken.get(rule) ?? 0) + 1
    this.broken.set(rule, count)
    if (count <= NAMED) this.violations.push({ rule, fault, row })
  }

  get holds(): boolean {
    return this.broken.size === 0
  }
}
