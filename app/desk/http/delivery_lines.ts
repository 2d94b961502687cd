import type { Speech } from '#desk/http/speech'
import type { Notification } from '#notifications/types'

/** What is kept of a delivery on paper; older ones have a day only. */
interface Kept {
  on?: string
  hour?: string
  first?: { on: string; hour: string }
  receiver?: string
  relation?: string
  reference?: string
}

const STEPS = ['returned', 'delivered', 'refused', 'published'] as const

/** What was written down of a notification on paper, attempt by attempt: when, who took it, and the proof of it. */
export const deliveryLines = ({ evidence }: Pick<Notification, 'evidence'>, speech: Speech): string[] => [
  ...STEPS.flatMap((step) => (evidence[step] ? linesOf(step, Object(evidence[step]) as Kept, speech) : [])),
  ...takenBack(evidence['taken_back'], speech),
  ...(evidence['put_aside'] ? [speech.t('desk.delivery.putAside')] : []),
]

const takenBack = (kept: unknown, { t }: Speech): string[] =>
  kept ? [t('desk.delivery.takenBack', { reason: String(Object(kept).reason) })] : []

function linesOf(step: (typeof STEPS)[number], kept: Kept, { t, day }: Speech): string[] {
  const moment = ({ on, hour }: { on: string; hour?: string | undefined }) =>
    hour ? t('desk.delivery.moment', { day: day(on).text, hour }) : day(on).text
  const { on, first, receiver, relation, reference } = kept
  if (!on) return []
  const when = moment({ on, hour: kept.hour })
  return [
    ...(first ? [t('desk.delivery.first', { when: moment(first) })] : []),
    t(first ? 'desk.delivery.second' : `desk.delivery.${step}`, { when }),
    ...(receiver
      ? [t('desk.delivery.receiver', { who: [receiver, relation].filter(Boolean).join(', ') })]
      : []),
    ...(reference ? [t('desk.delivery.reference', { reference })] : []),
  ]
}
