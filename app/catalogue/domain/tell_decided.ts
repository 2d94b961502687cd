import type { Translate } from '#catalogue/domain/tell'
import type { Told } from '#catalogue/domain/model_work'

/** What was decided, by which rules, and why nobody may act on it: plain lines. */
export function tellDecided({ name, value, faults, why, warnings }: Told, translate: Translate): string[] {
  const say = (id: string, params: Record<string, string | number>) => translate(id, params) ?? id
  // what of an expression isn't read is told by a code of expressions
  const plainly = (param: string | number) =>
    (/^[A-Z_]+$/.test(`${param}`) && translate(`expressions.diagnostics.${param}.problem`, {})) || param
  return [
    `${faults.length > 0 ? '✗' : '✓'} ${name} = ${JSON.stringify(value)}`,
    ...why.map(({ of, hit, gave, matched }) => {
      const also = matched.filter((rule) => !gave.includes(rule)).join(', ')
      const rules = gave.join(', ') || '-'
      return `    ${say(also ? 'decisions.report.byAndAlso' : 'decisions.report.by', { of, hit, rules, also })}`
    }),
    ...faults.map(({ code, of, params }) =>
      `    ✗ ${of}: ${say(`decisions.faults.${code}`, {})} ${Object.values(params).map(plainly).join(' ')}`.trimEnd()
    ),
    ...warnings.map(
      ({ code, of, params }) =>
        `    ! ${of}: ${['problem', 'remedy'].map((part) => say(`expressions.diagnostics.${code}.${part}`, params)).join(' ')}`
    ),
  ]
}
