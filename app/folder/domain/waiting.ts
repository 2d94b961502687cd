import { wasPosted } from '#folder/domain/was_posted'
import type { Notification } from '#notifications/types'
import { isPayable } from '#payments/domain/term'
import type { PaymentOrder } from '#payments/types'

/** How the folder speaks: texts of the house and dates of the town. */
interface Words {
  t(key: string, params?: Record<string, string | number>): string
  day(at: Date): string
  /** A last day, and the day that ends at an instant, as the law counts them. */
  until(lastDay: string): string
  before(end: Date): string
}

/** What is said below the title: the last day, and where needed which case it is of. */
export type Hint = (caseId: string, lastDay: string) => string

const plain: Hint = (_caseId, lastDay) => lastDay

/** The notifications that wait to be opened, each with the last day for it (Law 39/2015, art. 43.2); `languages` are those of their documents that aren't the reader's. */
export const toOpen = (
  notifications: Notification[],
  words: Words,
  { hint = plain, languages = new Map() }: { hint?: Hint; languages?: Map<string, string> } = {}
) =>
  notifications
    .filter(({ state }) => state === 'available')
    .map(({ id, caseId, documentId, subject, expiresAt, state, evidence }) => ({
      id,
      title: subject,
      lang: languages.get(documentId),
      href: `/folder/notifications/${id}`,
      hint: hint(
        caseId,
        expiresAt
          ? words.t('folder.notifications.expiresOn', { date: words.day(new Date(expiresAt.getTime() - 1)) })
          : words.t(
              wasPosted({ state, evidence }) ? 'folder.notifications.onPaper' : 'folder.notifications.toPost'
            )
      ),
      status: expiresAt
        ? { text: words.t('folder.home.toOpen'), tone: 'caution' }
        : { text: words.t('folder.home.byPost'), tone: 'info' },
    }))

/** What the interested party is asked to answer: a requirement (art. 68), a proposal (art. 82); its procedure says what it is. */
export const toAnswer = (
  caseId: string,
  { id, dueOn, title }: { id: string; dueOn: string | null; title: string },
  words: Words,
  hint = plain
) => ({
  id,
  title,
  href: `/folder/cases/${caseId}/corrections/${id}`,
  hint: hint(caseId, dueOn ? words.t('folder.home.until', { date: words.until(dueOn) }) : ''),
  status: { text: words.t('folder.home.toAnswer'), tone: 'caution' },
})

/** What was asked for and is not paid yet, with the last day for it. */
export const toPay = (orders: PaymentOrder[], at: Date, words: Words) =>
  orders
    .filter((order) => isPayable(order, at))
    .map(({ id, concept, expiresAt }) => ({
      id,
      title: words.t('folder.dates.toPay', { concept }),
      href: `/folder/payments/${id}`,
      hint: words.t('folder.home.until', { date: words.before(expiresAt) }),
      status: { text: words.t('folder.dates.pay'), tone: 'caution' },
    }))
