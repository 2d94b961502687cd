import { commandOf } from '#audit/types'
import type { HistoryLine } from '#cases/queries/case_page'
import type { HistoryWords } from '#desk/http/case_page/history'

/** Who did it: an officer by name, whoever the case is about, the house, or a command of its operator. */
export function actorOf(
  { actorKind, actorId, actorName }: HistoryLine,
  { speech, applicant }: Pick<HistoryWords, 'speech' | 'applicant'>
): string {
  if (actorKind === 'officer') return actorName ?? speech.t('desk.history.officer')
  if (actorKind === 'person' || actorKind === 'anonymous') return applicant
  const command = commandOf({ kind: 'system', id: actorId })
  return command ? speech.t('desk.history.operator', { command }) : speech.t('desk.history.system')
}
