import type { Diagnostic } from '#core/diagnostic'
import type { Json } from '#core/json'
import type { Difference, Trial } from '#catalogue/domain/judge'
import type { Simulation } from '#catalogue/domain/simulate/result'
import type { Finding } from '#catalogue/domain/finding'
import { shortPath } from '#catalogue/domain/words/runs'
import type { Obstacle } from '#catalogue/domain/simulate/world'

/** Words by id and parameters, in the language of whoever reads: `<room>.diagnostics.<code>.problem` and so on. */
export type Translate = (id: string, params: Record<string, string | number>) => string | null

/** Every room may have found it: the first whose language file knows the code tells it. */
const ROOMS = [
  'catalogue',
  'engine',
  'decisions',
  'forms',
  'fees',
  'expressions',
  'deadlines',
  'documents',
] as const

function words(translate: Translate, { code, params }: Diagnostic, part: 'problem' | 'remedy'): string {
  for (const room of ROOMS) {
    const text = translate(`${room}.diagnostics.${code}.${part}`, params)
    if (text) return text
  }
  return code
}

/** `file:line:column pointer`, as far as it is known. */
export function placeOf({ file, pointer, element, line, column }: Diagnostic): string {
  const lines = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`
  return [file + lines, pointer || (element ? `#${element}` : '')].filter(Boolean).join(' ')
}

/** What is wrong, where, and what to do: three lines of plain text. */
export const tellDiagnostic = (diagnostic: Diagnostic, translate: Translate): string[] => [
  `${diagnostic.severity === 'error' ? '✗' : '!'} ${placeOf(diagnostic)}`,
  `    ${words(translate, diagnostic, 'problem')}`,
  `    ${words(translate, diagnostic, 'remedy')}`,
]

/** The answer of `procedure:lint`. */
export const tellFindings = (findings: Finding[], translate: Translate): string[] =>
  findings.flatMap(({ place, diagnostics }) =>
    diagnostics.length === 0
      ? [`✓ ${place.pack}/${place.slug}`]
      : [
          `${place.pack}/${place.slug}`,
          ...diagnostics.flatMap((one) => tellDiagnostic(one, translate)).map((line) => `  ${line}`),
        ]
  )

/** A path that goes round is told shortly. */
const valueText = (value: Json): string =>
  JSON.stringify(
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? shortPath(value) : value
  )

const tellDifference = ({ what, expected, found }: Difference, translate: Translate): string =>
  translate('catalogue.report.differs', {
    what,
    expected: valueText(expected),
    found: valueText(found),
  }) ?? what

/** A step of a case that could not be done as written, and why. */
export const tellObstacle = ({ code, pointer, params }: Obstacle, translate: Translate): string =>
  `${pointer} ${translate(`catalogue.obstacles.${code}`, params) ?? code}`

/** That dates of a played case are provisional, and in which years. */
export function tellUnloaded({ unloaded }: Pick<Simulation, 'unloaded'>, translate: Translate): string[] {
  const years = unloaded.join(', ')
  return years ? [`! ${translate('catalogue.report.unloaded', { years }) ?? years}`] : []
}

/** The answer of `procedure:test`: a line a scenario, and below it where it parts from what was expected. */
export function tellTrial({ verdicts, untaken }: Trial, translate: Translate): string[] {
  const lines = verdicts.flatMap(({ scenario, passed, simulation, differences }) => [
    `${passed ? '✓' : '✗'} ${scenario}`,
    ...simulation.obstacles.map((one) => `    ${tellObstacle(one, translate)}`),
    ...differences.map((one) => `    ${tellDifference(one, translate)}`),
    ...tellUnloaded(simulation, translate).map((line) => `    ${line}`),
  ])
  const flows = untaken.join(', ')
  return flows ? [...lines, `✗ ${translate('catalogue.report.untaken', { flows }) ?? flows}`] : lines
}
