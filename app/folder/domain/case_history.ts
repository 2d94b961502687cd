import { chronological } from '#cases/queries/chronological'
import { toldAs } from '#cases/queries/told_as'
import { movedDaysIn } from '#folder/domain/moved_days_in'
import type { HistoryLine } from '#cases/queries/case_page'
import { textOf } from '#catalogue/queries/texts'
import type { CaseVersions } from '#cases/queries/versions_of_case'
import { figuresOf, localeOf } from '#core/locale'

export interface HistoryWords {
  lang: string
  timeZone: string
  t: (key: string, params?: Record<string, any>) => string
}

export interface TimelineEvent {
  title: string
  /** Which last days are others, where that is what happened. */
  text?: string
  when: string
  iso: string
  current?: boolean
}

/** These tell of moved days and nothing else: where none of them concerns whoever waits, there is nothing to tell. */
const ONLY_DAYS = ['term_recounted', 'term_extended']

/**
 * The public history of a case in words, newest first, beginning with its filing where there is one. While something waits to
 * be opened, `toNotify`, how the case ended is not told here.
 */
export function caseHistory(
  versions: Pick<CaseVersions, 'ofLine'>,
  filed: { at: Date; number: string | null } | null,
  { lines, toNotify }: { lines: HistoryLine[]; toNotify: boolean },
  { lang, timeZone, t }: HistoryWords
): TimelineEvent[] {
  const { money } = figuresOf(lang)
  const event = (title: string, at: Date, text = ''): TimelineEvent => ({
    title,
    ...(text && { text }),
    when: at.toLocaleString(localeOf(lang), { timeZone, dateStyle: 'long', timeStyle: 'short' }),
    iso: at.toISOString(),
  })
  const titleOf = ({ id: line, kind, data }: HistoryLine): string => {
    if (data.outcome && kind === 'step' && toNotify) return t('folder.case.toNotify')
    const id = data.outcome
      ? `outcomes.${String(data.outcome)}`
      : data.phase
        ? `phases.${String(data.phase)}`
        : null
    if (kind === 'step' && id) {
      const text = textOf(versions.ofLine({ id: line }).texts, lang, id)
      if (text !== id) return text
    }
    const amount = money(String(data.amount ?? 0))
    return t(`cases.history.${toldAs({ kind, data })}`, { number: String(data.number ?? ''), amount })
  }
  const past = chronological(lines)
    .filter(({ kind, data }) => kind !== 'step' || data.phase || data.outcome)
    .map((line) => ({ line, days: movedDaysIn(line, versions.ofLine(line), { lang, t }) }))
    .filter(({ line, days }) => days !== '' || !ONLY_DAYS.includes(line.kind))
    .map(({ line, days }) => event(titleOf(line), line.at, days))
  const first = filed && event(t('folder.case.registered', { number: filed.number ?? '' }), filed.at)
  const all = [...(first ? [first] : []), ...past]
  const distinct = all.filter(
    ({ title, text }, index) =>
      index === 0 || title !== all[index - 1]?.title || text !== all[index - 1]?.text
  )
  return distinct.reverse().map((one, index) => ({ ...one, current: index === 0 }))
}
