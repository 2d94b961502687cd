import type { HttpContext } from '@adonisjs/core/http'
import { offered } from '#catalogue/queries/offered'
import { textOf } from '#catalogue/queries/texts'
import type { Sheet } from '#catalogue/types'
import { ProblemError, type Way } from '#core/http/problem'
import { dayInWords } from '#core/locale'
import { draftTerms } from '#filings/domain/draft_terms'
import type { FilingWindow } from '#deadlines/index'
import { barredFrom } from '#filings/domain/barred'

/** Whoever can't file one thing can always write to the town (Law 39/2015, art. 66): what takes anything is offered. */
async function waysInstead({ town, lang, params }: HttpContext): Promise<Way[]> {
  const procedures = await offered(town.id)
  return procedures
    .filter(({ slug, sheet }) => sheet.catchAll && slug !== params.slug)
    .map(({ slug, texts }) => ({ text: textOf(texts, lang, 'sheet.title'), href: `/procedures/${slug}` }))
}

/** Why a window takes nothing now, as a code of `core.problems` and its parameters; null where it does. */
export function windowFault({ state, firstDay, lastDay }: FilingWindow, lang: string) {
  if (state === 'early') return { code: 'E_WINDOW_EARLY', params: { date: dayInWords(firstDay!, lang) } }
  if (state === 'late') return { code: 'E_WINDOW_LATE', params: { date: dayInWords(lastDay!, lang) } }
  return null
}

/** Refuses whom a sheet is not for. */
export async function checkAdmitted(
  ctx: HttpContext,
  sheet: Pick<Sheet, 'signInLevel' | 'audience'>,
  bar = barredFrom(sheet, ctx.citizen)
): Promise<void> {
  if (bar === 'level') throw new ProblemError(403, 'E_LEVEL', { level: sheet.signInLevel })
  if (bar === 'audience') throw new ProblemError(403, 'E_AUDIENCE', {}, [], await waysInstead(ctx))
}

/** Refuses what is not in time. */
export async function checkWindow(ctx: HttpContext, window: FilingWindow): Promise<void> {
  const fault = windowFault(window, ctx.lang)
  if (fault) throw new ProblemError(409, fault.code, fault.params, [], await waysInstead(ctx))
}

/** Refuses what the town has stopped taking altogether. */
export async function noLongerOffered(ctx: HttpContext): Promise<never> {
  throw new ProblemError(409, 'E_NO_LONGER_OFFERED', {}, [], await waysInstead(ctx))
}

/** Whoever has begun too much finishes or throws something away first: their folder has all of it. */
export async function tooManyDrafts({ town, i18n }: HttpContext): Promise<ProblemError> {
  const toFolder = { text: i18n.t('folder.home.drafts'), href: '/folder' }
  return new ProblemError(409, 'E_TOO_MANY_DRAFTS', { most: draftTerms(town).most }, [], [toFolder])
}

/** Where too much was begun that nobody signs: whoever signs in can begin all the same. */
export const noRoom = ({ params, i18n }: HttpContext): ProblemError =>
  new ProblemError(
    429,
    'E_NO_ROOM_ANONYMOUS',
    {},
    [],
    [
      {
        text: i18n.t('portal.sheet.start.title'),
        href: `/procedures/${encodeURIComponent(params.slug)}`,
      },
    ]
  )
