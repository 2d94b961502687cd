type Told = Record<string, any>
type Speak = (key: string, params?: Record<string, string>) => string

const joined = (...parts: unknown[]) => parts.filter(Boolean).join(' · ')

/** What each page is called, as its own `PageHead` says once scripts run. */
const TITLES: Record<string, (props: Told, t: Speak) => string> = {
  'desk/sign_in': (_, t) => t('desk.signIn.title'),
  'desk/inbox': (_, t) => t('desk.inbox.title'),
  'desk/search': (_, t) => t('desk.search.title'),
  'desk/letters': (_, t) => t('desk.posted.title'),
  'desk/calendar': ({ year }, t) => t('desk.calendar.title', { year: String(year) }),
  'desk/procedures': (_, t) => t('desk.procedures.title'),
  'desk/values': ({ title }) => title,
  'desk/value': ({ title }) => title,
  'desk/versions': (_, t) => t('desk.versions.title'),
  'desk/version_plan': ({ title }) => title,
  'desk/version_run': ({ title }) => title,
  'desk/incidents': (_, t) => t('desk.incidents.title'),
  'desk/incident': ({ failed, incident }, t) => joined(failed && t('desk.task.error'), incident.element),
  'desk/modification': ({ ahead, faults, case: held }, t) =>
    joined(
      (faults.what !== null || faults.reason !== null) && t('desk.task.error'),
      t(ahead ? 'desk.modification.aheadTitle' : 'desk.modification.title'),
      held.number
    ),
  'desk/correction': ({ fault, fields, case: held }, t) =>
    joined(
      (fault !== null || fields.some((one: Told) => one['fault'] !== null)) && t('desk.task.error'),
      t('desk.correction.title'),
      held.number
    ),
  'desk/notices': (_, t) => t('desk.notices.title'),
  'desk/notice': ({ notice }) => notice.subject,
  'desk/registry': ({ book }, t) => t(`desk.registry.books.${book}`),
  'desk/payments': (_, t) => t('desk.payments.title'),
  'desk/refunds': (_, t) => t('desk.refunds.title'),
  'desk/signatures': (_, t) => t('desk.signatures.title'),
  'desk/signature': ({ title }) => title,
  'desk/case': ({ line }) => joined(line.number, line.subject),
  'desk/document': ({ title }) => title,
  'desk/task': ({ failed, task, line }, t) => joined(failed && t('desk.task.error'), task.title, line.number),
}

/** The title of a page of the desk before any script runs: history, bookmarks and screen readers have no other. */
export const pageTitle = ({ component, props }: { component: string; props: Told }, t: Speak): string =>
  TITLES[component]?.(props, t) ?? ''
