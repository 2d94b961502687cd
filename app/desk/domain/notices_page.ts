import type { Moment, Plain } from '#desk/types'

/** The outbox of courtesy notices. */
export interface NoticesPage {
  notices: { id: string; recipient: string; subject: string; state: string; words: string; at: Moment }[]
  next: string | null
  first: string | null
}

export interface NoticePage {
  notice: NoticesPage['notices'][number] & {
    text: string
    /** The language that it is written in. */
    lang: string
    sentAt: Moment | null
    caseId: string | null
  }
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/notices': Plain<NoticesPage>
    'desk/notice': Plain<NoticePage>
  }
}
