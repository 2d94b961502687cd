import { type Diagnostic, problem } from '#core/diagnostic'
import type { Check, Context } from '#catalogue/domain/check/context'
import { SHEET } from '#catalogue/domain/files'
import type { ReminderOf } from '#catalogue/domain/reminders'

/** Whether the procedure ever has such a last day. */
const EVER: Record<ReminderOf, (context: Context) => boolean> = {
  answer: ({ facts }) => facts.answersUntil.length > 0,
  payment: ({ facts }) => facts.activities.some(({ activity }) => activity === 'payments.request'),
  notification: ({ facts }) => facts.activities.some(({ activity }) => activity === 'notifications.notify'),
  resolution: ({ sheet }) => sheet.term !== null,
}

/** Nobody is reminded of what never comes. */
export const checkReminders: Check = (context): Diagnostic[] =>
  (context.sheet.reminders ?? []).flatMap(({ of }, index) =>
    EVER[of](context)
      ? []
      : [problem('REMINDER_OF_NOTHING', { file: SHEET, pointer: `/reminders/${index}/of`, params: { of } })]
  )
