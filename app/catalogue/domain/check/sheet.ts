import { type Diagnostic, problem, warning } from '#core/diagnostic'
import type { Check, Context } from '#catalogue/domain/check/context'
import { SHEET } from '#catalogue/domain/files'
import { isCalendarDate } from '#forms/index'
import { ACTIVITIES } from '#catalogue/domain/vocabulary'

/** What its activities need of a town must be said, or a town could publish what it can't carry. */
function needs({ sheet, facts, process }: Context): Diagnostic[] {
  const missing = new Map(
    facts.activities.flatMap(({ activity, element }) => {
      const need = ACTIVITIES[activity]?.need
      return need && !sheet.needs.includes(need) ? [[need, { activity, element }] as const] : []
    })
  )
  return [...missing].map(([need, { activity, element }]) =>
    problem('NEED_UNDECLARED', {
      file: SHEET,
      pointer: '/needs',
      params: { need, activity, element, process: process.file },
    })
  )
}

/** The unit and the body are seams of the pack: a town binds them before it can publish. */
function seams({ sheet, pack }: Context): Diagnostic[] {
  if (!pack) return []
  const bound = [
    { key: 'unit', id: sheet.unit, seams: pack.seams.units },
    { key: 'body', id: sheet.body, seams: pack.seams.bodies },
  ]
  return bound
    .filter(({ id, seams: known }) => !known.some((seam) => seam.id === id))
    .map(({ key, id, seams: known }) => {
      const params = { seam: id, known: known.map((seam) => seam.id).join(', ') || '-' }
      return problem('SEAM_UNKNOWN', { file: SHEET, pointer: `/${key}`, params })
    })
}

/** Silence comes when the term of the sheet is over, not when the drawing thinks so. */
function silenceTerm({ sheet, facts, process }: Context): Diagnostic[] {
  const params = { sheet: sheet.term ? `${sheet.term.amount} ${sheet.term.unit}` : '-' }
  return facts.terms
    .filter(({ leadsTo }) => leadsTo.includes('cases.record_silence'))
    .filter(({ term }) => term.amount !== sheet.term?.amount || term.unit !== sheet.term.unit)
    .map(({ element, term }) =>
      problem('SILENCE_TERM', {
        file: process.file,
        element,
        params: { ...params, process: `${term.amount} ${term.unit}` },
      })
    )
}

/** Whoever must resolve must say what silence means, and under which article. */
function silenceArticle({ sheet }: Context): Diagnostic[] {
  const needed = sheet.term !== null && sheet.silence.effect !== 'none'
  return needed && !sheet.silence.article
    ? [warning('SILENCE_ARTICLE', { file: SHEET, pointer: '/silence' })]
    : []
}

/** A window is between two days that exist, the first one first. */
function windowDates({ sheet: { window } }: Context): Diagnostic[] {
  if ('always' in window) return []
  const { from, to } = window
  const right = isCalendarDate(from) && isCalendarDate(to) && from <= to
  return right ? [] : [problem('WINDOW_DATES', { file: SHEET, pointer: '/window', params: { from, to } })]
}

/** The sheet agrees with the process and with its pack. */
export const checkSheet: Check = (context) => [
  ...needs(context),
  ...seams(context),
  ...silenceTerm(context),
  ...silenceArticle(context),
  ...windowDates(context),
]
