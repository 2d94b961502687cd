import type { Json } from '#core/json'
import type { Diagnostic } from '#core/diagnostic'
import { problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'

export type FeelType = string | { list: FeelType } | { context: TypeEnvironment }
export interface TypeEnvironment {
  [name: string]: FeelType
}
export interface Expression {
  source: string
  tree: unknown
  variables: string[]
}
const tokens = (s: string) => s.match(/"[^"]*"|[A-Za-z_][\w.]*|\d+(\.\d+)?|[<>!]=|[=<>+]/g) ?? []
const KEY = ['and', 'or', 'true', 'false', 'null']
export function compileExpression(
  source: string,
  o: { variables?: TypeEnvironment; expects?: FeelType; file?: string } = {}
): Result<Expression, Diagnostic[]> {
  const t = tokens(source)
  if (t.join('').length !== source.replace(/\s(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '').length)
    return err([problem('FEEL_SYNTAX', { params: { source } })])
  const variables = [
    ...new Set(t.filter((x) => /^[a-z]/i.test(x) && !KEY.includes(x)).map((x) => x.split('.')[0] as string)),
  ]
  const bad = o.variables && variables.find((v) => !(v in o.variables!))
  if (bad) return err([problem('FEEL_UNKNOWN_NAME', { params: { name: bad } })])
  return ok({ source, tree: t, variables })
}
export const scopeFrom = (values: Record<string, Json>, _t: TypeEnvironment) => values
export const toJson = (v: Json): Json => v
export function evaluate(
  e: Expression,
  scope: Record<string, Json>,
  _o: { now?: string; timeZone?: string }
): { value: Json; warnings: unknown[] } {
  const atom = (x: string): any => {
    if (x[0] === '"') return x.slice(1, -1)
    if (/^\d/.test(x)) return Number(x)
    if (KEY.includes(x)) return JSON.parse(x)
    return x
      .split('.')
      .reduce((v: any, k) => (v && typeof v === 'object' && Object.hasOwn(v, k) ? v[k] : null), scope as any)
  }
  const t = e.tree as string[]
  const ors = t
    .join('\u0000')
    .split('\u0000or\u0000')
    .map((x) => x.split('\u0000and\u0000').map((y) => y.split('\u0000')))
  const cmp = (p: string[]): any => {
    if (p.length === 1) return atom(p[0]!)
    const [l, op, r] = [atom(p[0]!), p[1], atom(p[2]!)]
    if (op === '=') return l === r
    if (op === '!=') return l !== r
    if (op === '+') return l === null || r === null ? null : l + r
    if (typeof l !== typeof r || l === null) return null
    return op === '<' ? l < r : op === '>' ? l > r : op === '<=' ? l <= r : l >= r
  }
  const value =
    ors.length === 1 && ors[0]!.length === 1
      ? cmp(ors[0]![0]!)
      : ors.some((a) => a.every((c) => cmp(c) === true))
  return { value, warnings: [] }
}
