import i18nManager from '@adonisjs/i18n/services/main'
import type { Activity, ActivityContext } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { documentFacts } from '#cases/queries/document_facts'
import { localeOf } from '#core/locale'
import { makeAvailable } from '#notifications/actions/make_available'
import { queueNotice } from '#notifications/actions/queue_notice'
import { letterheadOf } from '#notifications/domain/letterhead'
import { sendOnPaper } from '#notifications/actions/send_on_paper'
import { officeAddress } from '#tenancy/queries/office_address'
import { calendarOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * `notifications.notify`: puts the `document` in the folder of the interested party as a formal notification,
 * or with the office to be posted to those who chose paper (art. 14.1), and tells them so by e-mail where they gave one (Law 39/2015, arts. 41.6 and 43).
 */
export const notify: Activity = {
  async commit(trx, context) {
    const { caseFile, town, at, key, input } = context
    const { personId } = caseFile
    // A procedure that asks for it is refused (`ANONYMOUS_NOTIFIED`): nobody can be notified in a folder that nobody has.
    if (personId === null) throw new Error('nobody is notified of a case that was filed anonymously')
    const document = await documentFacts(trx, caseFile.id, input['document'])
    const notification = {
      caseId: caseFile.id,
      personId,
      document,
      entryId: await entryOfDocument(trx, caseFile.id, document.id),
      key,
      subject: document.name,
      at,
    }
    const address = caseFile.applicant.postalAddress ?? null
    const made =
      address === null
        ? await makeAvailable(trx, { ...notification, calendar: await calendarOf(town.id) })
        : { ...(await sendOnPaper(trx, { ...notification, address })), lastDay: null }
    await tell(trx, context, made.lastDay)
    await recordEvent(trx, context, {
      kind: 'notification_available',
      public: true,
      data: { notification: made.id, document: document.id, lastDay: made.lastDay },
    })
    return {
      result: { notificationId: made.id, lastDay: made.lastDay, onPaper: address !== null },
      audit: made.audit,
    }
  },
}

/** The courtesy notice names the town and nothing of the matter: mail is read by others, too. */
async function tell(
  trx: TownTransaction,
  { caseFile, town, at, key }: ActivityContext,
  lastDay: string | null
): Promise<void> {
  const recipient = caseFile.applicant.email
  if (!recipient) return
  const { language } = caseFile
  const i18n = i18nManager.locale(language)
  const say = (name: string) =>
    i18n.t(`notifications.notice.${name}`, {
      town: town.name,
      lastDay: lastDay
        ? new Date(`${lastDay}T12:00:00Z`).toLocaleDateString(localeOf(language), {
            dateStyle: 'long',
            timeZone: 'UTC',
          })
        : '',
    })
  await queueNotice(
    trx,
    {
      letterhead: letterheadOf(town, language),
      subject: say('subject'),
      paragraphs: [say('greeting'), say('available'), say(lastDay ? 'term' : 'onPaper'), say('legal')],
      language,
      link: { url: `${officeAddress(town)}/folder/notifications`, label: say('link') },
    },
    { recipient, caseId: caseFile.id, key, at }
  )
}

/** The outgoing entry that the document left with, if it was recorded. */
async function entryOfDocument(
  trx: TownTransaction,
  caseId: string,
  documentId: string
): Promise<string | null> {
  const [entry] = await trx.rows<{ id: string }>(
    `SELECT id FROM register_entries WHERE municipality_id = $1 AND case_id = $2 AND document_id = $3 AND book = 'outgoing' ORDER BY id DESC LIMIT 1`,
    [trx.municipalityId, caseId, documentId]
  )
  return entry?.id ?? null
}
