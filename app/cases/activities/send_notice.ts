import i18nManager from '@adonisjs/i18n/services/main'
import type { Activity, ActivityContext } from '#cases/activities/activity'
import { fill } from '#cases/domain/fill'
import { templateContext } from '#cases/queries/template_context'
import { textOf } from '#catalogue/queries/texts'
import { queueNotice } from '#notifications/actions/queue_notice'
import { letterheadOf } from '#notifications/domain/letterhead'
import { officeAddress } from '#tenancy/queries/office_address'

/**
 * `notices.send`: a courtesy e-mail from the procedure's own words (`notices/<notice>.json`). Who gave no address
 * gets none: it has no legal effect, so the case goes on.
 */
export const sendNotice: Activity = {
  async commit(trx, context) {
    const { caseFile, procedure, town, at, key, input } = context
    const template = procedure.notices[String(input['notice'])]
    if (!template) throw new Error(`the procedure has no notice "${String(input['notice'])}"`)
    const { language } = caseFile
    const recipient = template.to === 'applicant' ? caseFile.applicant.email : town.settings.office.email
    if (!recipient) return { result: { sent: false } }
    const words = await templateContext(context)
    const say = (id: string) => fill(textOf(procedure.texts, language, id), words)
    await queueNotice(
      trx,
      {
        letterhead: letterheadOf(town, language),
        subject: say(template.subject),
        paragraphs: template.paragraphs.map(say),
        language,
        link: linkOf(context, template.to),
      },
      { recipient, caseId: caseFile.id, key, at }
    )
    return { result: { sent: true } }
  },
}

/** Where whoever reads it goes on: the applicant to their folder, or with their code where they gave no name; the office to its desk. */
function linkOf({ caseFile, town }: ActivityContext, to: string): { url: string; label: string } {
  const own: [string, string] =
    caseFile.personId === null ? ['follow-up', 'toFollowUp'] : [`folder/cases/${caseFile.id}`, 'toFolder']
  const [path, name] = to === 'applicant' ? own : [`desk/cases/${caseFile.id}`, 'toDesk']
  return {
    url: `${officeAddress(town)}/${path}`,
    label: i18nManager.locale(caseFile.language).t(`notifications.notice.${name}`),
  }
}
