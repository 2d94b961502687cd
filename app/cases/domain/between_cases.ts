import type { StepContext } from '#cases/domain/consequences'
import type { MessageRow, SubscriptionRow } from '#cases/types'
import { jobRow } from '#core/jobs/job_row'
import type { JobRow } from '#core/jobs/types'
import { isOffices } from '#catalogue/domain/vocabulary'
import type { Command } from '#engine/index'

/** How long a message is kept while nobody waits for it, unless its sender says otherwise. */
export const MESSAGE_KEPT_DAYS = 30

const DAY_MS = 86_400_000

type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

/** A message as it is written down, and the jobs that have it looked for and forgotten. */
export function sentMessage(
  message: Omit<MessageRow, 'id' | 'sent_at' | 'expires_at'>,
  {
    id,
    newId,
    at,
    keptDays = MESSAGE_KEPT_DAYS,
  }: { id: string; newId(): string; at: Date; keptDays?: number }
): { message: MessageRow; jobs: JobRow[] } {
  const expiresAt = new Date(at.getTime() + keptDays * DAY_MS).toISOString()
  return {
    message: { ...message, id, sent_at: at.toISOString(), expires_at: expiresAt },
    jobs: [
      jobRow(newId(), 'message_delivery', at, { name: message.name, key: id }),
      jobRow(newId(), 'message_expiry', at, { name: message.name, key: id, run_at: expiresAt }),
    ],
  }
}

/** What a step asks of other cases of its town. It is written down with the step, and done by jobs: nobody waits for anybody. */
export function betweenCases(
  commands: Command[],
  { caseId, event, newId, state }: StepContext
): { subscriptions: SubscriptionRow[]; messages: MessageRow[]; jobs: JobRow[]; escalated: string[] } {
  const at = new Date(event.at)
  const of = <Type extends Command['type']>(type: Type) =>
    commands.filter((command): command is CommandOf<Type> => command.type === type)
  const lives = ({ key }: { key: string }) => key in state.tokens
  const job = (kind: string, name: string, key: string, input: JobRow['input'] = {}) =>
    jobRow(newId(), kind, at, { name, case_id: caseId, key, input })
  const waits = of('subscribe').filter(lives)
  const sent = of('send').map(({ key, message, correlation = '', payload }) =>
    sentMessage(
      {
        ...{ key: `${caseId}/${key}`, name: message, correlation, payload: payload ?? {} },
        ...{ sender_kind: 'case', sender_id: caseId },
      },
      { id: newId(), newId, at }
    )
  )
  return {
    subscriptions: [
      ...waits.map(({ key, message, correlation = '' }) => ({
        ...{
          id: newId(),
          case_id: caseId,
          key,
          kind: 'message' as const,
          message,
          correlation,
          since: event.at,
        },
      })),
      ...of('listen')
        .filter(lives)
        .map(({ key, signal }) => ({
          ...{
            id: newId(),
            case_id: caseId,
            key,
            kind: 'signal' as const,
            message: signal,
            correlation: '',
            since: event.at,
          },
        })),
    ],
    messages: sent.map(({ message }) => message),
    escalated: of('escalation').map(({ code }) => code),
    jobs: [
      ...sent.flatMap(({ jobs }) => jobs),
      ...waits
        .filter(({ message }) => !isOffices(message))
        .map(({ key, message }) => job('message_delivery', message, key)),
      ...of('signal').map(({ key, signal, payload }) => job('signal', signal, key, { payload })),
      ...of('call')
        .filter(lives)
        .map(({ key, process, variables }) => job('call', process, key, { variables })),
    ],
  }
}
