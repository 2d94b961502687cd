import { type Tale, elementName } from '#catalogue/domain/words/tale'

/** What happened to a case, as its history and its simulation both keep it. */
export interface Happened {
  /** The type of the engine's event, or `reminder`; `opened` for the start of what nobody filed. */
  type: string
  /** The element that had waited for it. */
  element: string | null
  /** The message, signal, code or what somebody was reminded of. */
  what?: string
}

const KNOWN = [
  'withdrawal',
  'notification_practised',
  'notification_attempted',
  'payment_ended',
  'signature_ended',
]

/** What it means that an element is done, where it isn't an activity of the house. */
const DONE: Record<string, string> = {
  user_task: 'task',
  manual_task: 'task',
  call_activity: 'called',
  ad_hoc_sub_process: 'closed',
}

/** What made a case move, in words. */
export function causeWords(tale: Tale, { type, element, what = '' }: Happened): string {
  const { t, procedure } = tale
  const name = element ? elementName(tale, element) : ''
  if (type === 'message' && KNOWN.includes(what)) return t(`catalogue.causes.messages.${what}`)
  if (type === 'done')
    return t(`catalogue.causes.${DONE[procedure.graph.nodes[element ?? '']?.kind ?? ''] ?? 'activity'}`, {
      name,
    })
  if (type === 'reminder') return t('catalogue.causes.reminder', { of: t(`catalogue.causes.of.${what}`) })
  return t(`catalogue.causes.${type}`, { name, what, code: what })
}
