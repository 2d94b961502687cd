import edge from 'edge.js'

/** A courtesy notice before it is a mail: plain paragraphs, and where to go on. */
export interface NoticeContent {
  officeName: string
  subject: string
  paragraphs: string[]
  language: string
  link?: { url: string; label: string }
}

/** The mail in plain text. */
export const noticeText = ({ officeName, paragraphs, link }: NoticeContent): string =>
  [...paragraphs, ...(link ? [`${link.label}: ${link.url}`] : []), officeName].join('\n\n')

/** The mail in HTML: the view escapes whatever people wrote. */
export const noticeHtml = (content: NoticeContent): Promise<string> =>
  edge.render('mails/notice', { notice: content })
