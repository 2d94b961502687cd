import type { Coming } from '#cases/queries/coming'
import type { CompiledProcedure } from '#catalogue/types'
import { type Calendar, lastDateBefore, workingDaysBetween } from '#deadlines/index'
import { leftWords, quietly } from '#desk/http/due'
import type { Speech } from '#desk/http/speech'
import type { ComingLine } from '#desk/types'

export interface ComingReading {
  procedure: CompiledProcedure
  speech: Speech
  calendar: Calendar
  suspendedOn: string | null
  at: Date
}

/** What comes next, in plain words: the last day, what happens then and when, and what holds it up. */
export function comingLines(all: Coming[], reading: ComingReading): ComingLine[] {
  const answer = all.find(({ kind, at }) => kind === 'answer' && at)
  return all.map((one) => lineOf(one, answer?.lastDay ?? null, reading))
}

function lineOf(coming: Coming, answerUntil: string | null, reading: ComingReading): ComingLine {
  const { speech, calendar, at } = reading
  const title = titleOf(coming, reading)
  if (coming.kind === 'reminder') return { title, due: null, notes: [happens(coming, null, reading)] }
  const lastDay = coming.lastDay ?? (coming.at && lastDateBefore(coming.at.toISOString(), calendar.timeZone))
  const known = coming.at && lastDay
  const since = coming.since ?? undefined
  return {
    title,
    due: known
      ? leftWords(lastDay, workingDaysBetween(at.toISOString(), lastDay, calendar), { ...reading, since })
      : quietly(speech.t('desk.coming.paused')),
    notes: [
      happens(coming, answerUntil, reading),
      ...(coming.kind === 'resolution' ? [silenceOf(reading)] : []),
    ].filter(Boolean),
  }
}

function titleOf({ kind, element, name, of }: Coming, { procedure, speech }: ComingReading): string {
  const { t } = speech
  const called = (element && speech.of(procedure, `tasks.${element}`)) ?? ''
  if (kind === 'timer') return called || t('desk.coming.timer')
  if (kind === 'reminder') return t(`desk.coming.reminder.${of ?? 'answer'}`)
  return t(`desk.coming.${kind}`, { task: called, name: name ?? '' })
}

/** The instant; of what stands still since when, and until when at most. */
function happens({ kind, at }: Coming, answerUntil: string | null, reading: ComingReading): string {
  const { t, day, moment } = reading.speech
  if (at) return t(`desk.coming.${kind === 'reminder' ? 'leaves' : 'ends'}`, { when: moment(at).text })
  const { suspendedOn } = reading
  const since = suspendedOn ? t('cases.suspendedSince', { date: day(suspendedOn).text }) : null
  const until = answerUntil ? t('desk.coming.heldUntil', { date: day(answerUntil).text }) : null
  return [since, until].filter(Boolean).join('. ')
}

const silenceOf = ({ procedure, speech }: ComingReading): string =>
  speech.t('desk.coming.silence', { effect: procedure.sheet.silence.effect })
