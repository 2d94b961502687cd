import type { HistoryLine } from '#cases/queries/case_page'
import type { Json } from '#core/json'
import type { LineWords } from '#desk/http/case_page/history'

/** The last day to pay, and what it was before. */
export const movedPayment = ({ reference, lastDay, before }: HistoryLine['data'], { speech }: LineWords) => [
  speech.t('desk.history.moved', {
    name: speech.t('desk.coming.payment', { name: String(reference) }),
    to: speech.day(String(lastDay)).text,
    from: speech.day(String(before)).text,
  }),
]

/** Each last day that other closed days or an extension moved, and what it was before. */
export function recounted({ dueOn, before, timers }: HistoryLine['data'], words: LineWords): string[] {
  const { t, day, of } = words.speech
  const named = (name: string, to: Json | undefined, from: Json | undefined): string[] =>
    typeof to === 'string' && typeof from === 'string' && to !== from
      ? [t('desk.history.moved', { name, to: day(to).text, from: day(from).text })]
      : []
  const moved = (Array.isArray(timers) ? timers : []) as { element: string; lastDay: Json; before: Json }[]
  return [
    ...named(t('desk.coming.resolution'), dueOn, before),
    ...moved
      .filter(({ lastDay }) => lastDay !== dueOn)
      .flatMap(({ element, lastDay, before: was }) =>
        named(of(words.procedure, `tasks.${element}`) ?? t('desk.coming.timer'), lastDay, was)
      ),
  ]
}
