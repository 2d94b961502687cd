import edge from 'edge.js'
import type { Letterhead } from '#notifications/domain/letterhead'

/** A courtesy notice before it is a mail: plain paragraphs, and where to go on. */
export interface NoticeContent {
  letterhead: Letterhead
  subject: string
  paragraphs: string[]
  language: string
  link?: { url: string; label: string }
}

/** The mail in plain text. */
export const noticeText = ({ letterhead, paragraphs, link }: NoticeContent): string =>
  [...paragraphs, ...(link ? [`${link.label}: ${link.url}`] : []), letterhead.officeName].join('\n\n')

/** The mail in HTML: the view escapes whatever people wrote. */
export const noticeHtml = (content: NoticeContent): Promise<string> =>
  edge.render('mails/notice', { notice: content })
