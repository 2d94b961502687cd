import type { Activity } from '#cases/activities/activity'
import { fill } from '#cases/domain/fill'
import { templateContext } from '#cases/queries/template_context'
import { textOf } from '#catalogue/queries/texts'
import { queueNotice } from '#notifications/actions/queue_notice'
import type { Language } from '#tenancy/types'

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
        officeName: town.settings.officeName[language as Language] ?? town.name,
        subject: say(template.subject),
        paragraphs: template.paragraphs.map(say),
        language,
      },
      { recipient, caseId: caseFile.id, key, at }
    )
    return { result: { sent: true } }
  },
}
