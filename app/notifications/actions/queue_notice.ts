import { uuidv7 } from '#core/ids'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { type NoticeContent, noticeHtml, noticeText } from '#notifications/domain/notice_content'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

const rows = {
  table: 'notices',
  columns: {
    id: 'uuid',
    case_id: 'uuid',
    key: 'text',
    recipient: 'text',
    subject: 'text',
    text: 'text',
    html: 'text',
    language: 'text',
    created_at: 'timestamptz',
  },
}

/** Writes a courtesy notice and the job that sends it after the commit. Answers its id. */
export async function queueNotice(
  trx: TownTransaction,
  content: NoticeContent,
  given: { recipient: string; caseId: string | null; key: string; at: Date }
): Promise<string> {
  const id = uuidv7(given.at.getTime())
  await insertRows(trx, rows, [
    {
      id,
      case_id: given.caseId,
      key: given.key,
      recipient: given.recipient,
      subject: content.subject,
      text: noticeText(content),
      html: await noticeHtml(content),
      language: content.language,
      created_at: given.at.toISOString(),
    },
  ])
  await enqueue(trx, [newJob('notice', given.at, { case_id: given.caseId, key: id, input: { notice: id } })])
  return id
}
