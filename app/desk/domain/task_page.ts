import type { CaseDocumentLine, CaseLine, CaseTask, Fact, Plain } from '#desk/types'

/** One page of a task's form. */
export interface TaskPart {
  title: string
  lead: string | null
  /** The condition it hangs on, as its tree: for the script that shows and hides it. Null where it is there in any case. */
  visibleWhen: string | null
  /** Markup of our own theme, which escapes whatever anybody wrote. */
  html: string
}

export interface TaskPageProps {
  line: CaseLine
  task: CaseTask
  parts: TaskPart[]
  /** That the procedure is dealt with in another language than the reader's, in words (Law 39/2015, art. 15); null where it isn't. */
  otherLanguage: string | null
  errorSummary: string
  failed: boolean
  csrf: string
  answers: { title: string; rows: Fact[] }[]
  documents: CaseDocumentLine[]
  /** The documents that these answers would have sealed, as pages; empty before there are answers, and when there are none. */
  ahead: string[]
  /** What follows from how late the case was filed, in words; null where it was in time. */
  late: string | null
  /** Why what was drafted last came back unsigned, in words; null where it did not. */
  returned: string | null
  /** Why it can't be answered here; null when it can. */
  refused: 'closed' | 'notYours' | 'decided' | null
  /** The number of the resolution that stands in its way. */
  decided: string | null
  /** What can be reported of it, by the event that hears it, and whether the task ends with that; `id`: sent twice, it is reported once. */
  reports: { id: string; offered: { value: string; label: string; hint: string; chosen: boolean }[] }
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/task': Plain<TaskPageProps>
  }
}
