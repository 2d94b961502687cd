import type { ScheduledTimer } from '#cases/queries/case_page'
import type { CompiledProcedure } from '#catalogue/types'
import type { Speech } from '#desk/http/speech'

/** What happens next by itself, and when. */
export const timerLine = (
  { element, runAt, lastDay, paused }: ScheduledTimer,
  procedure: CompiledProcedure,
  { t, of, day, moment }: Speech
): { title: string; when: string; what: string } => ({
  title: of(procedure, `tasks.${element}`) ?? t('desk.timers.term'),
  when: paused
    ? t('desk.timers.paused')
    : lastDay
      ? t('desk.timers.after', { date: day(lastDay).text })
      : moment(runAt).text,
  what: paused ? t('desk.timers.pausedWhy') : t('desk.timers.at', { when: moment(runAt).text }),
})
