import type { ActivityContext } from '#cases/activities/activity'
import { localDate } from '#cases/domain/local_date'
import { answerText, answersParts } from '#cases/queries/answers_parts'
import { issuerOf } from '#cases/queries/issuer'
import { templateContext } from '#cases/queries/template_context'
import { versionsOfCase } from '#cases/queries/versions_of_case'
import { templateTypes } from '#catalogue/queries/template_types'
import { textOf } from '#catalogue/queries/texts'
import type { Json } from '#core/json'
import type { Sheet } from '#documents/actions/press_sheet'
import {
  type Adoption,
  type Block,
  type CompiledTemplate,
  RESOLUTION,
  renderTemplate,
} from '#documents/index'
import { answeredFiles } from '#documents/queries/uploads'
import { writingOf } from '#documents/queries/writing'
import type { Language } from '#tenancy/types'

/** Who adopts it, and when: a resolution is decided, anything else is issued. What is signed says by whom and when itself. */
async function adoptionOf(
  context: ActivityContext,
  template: CompiledTemplate,
  signed: boolean
): Promise<Adoption> {
  const { name, holder } = await issuerOf(context, template)
  const by = name[context.caseFile.language] ?? context.town.name
  const { type, issuer, automated } = template
  const on = localDate(context.at, context.town.timeZone)
  const as = automated ? 'automated' : type === RESOLUTION ? 'decided' : 'issued'
  return signed ? { as, issuer, by, holder: null, on: null } : { as, issuer, by, holder, on }
}

/** A document of the procedure, filled with its case as it stands; with room for signatures where people sign it. */
export async function letterSheet(
  context: ActivityContext,
  template: CompiledTemplate,
  signatures?: Extract<Block, { kind: 'signatures' }>
): Promise<Sheet> {
  const { caseFile, procedure, town, at } = context
  const { language } = caseFile
  const answers = (caseFile.workflow.variables['answers'] ?? {}) as Record<string, Json>
  const writing = writingOf(town, language)
  const files = caseFile.filingId ? await answeredFiles(town.id, caseFile.filingId) : {}
  // What was filed is told in the words in which it was asked.
  const filed = (await versionsOfCase(town.id, caseFile)).at(caseFile.openedAt)
  const asking = (form: string) => (form === filed.sheet.submissionForm ? filed : procedure)
  return renderTemplate(template, await templateContext(context), {
    ...writing,
    text: (textId) => textOf(procedure.texts, language, textId),
    answers: (form) => answersParts(asking(form), form, answers, writing, files),
    answer: (form, field, value) => answerText(asking(form), { form, field }, value, writing),
    attachments: [],
    entity: town.settings.council?.[language as Language] ?? town.name,
    adoption: await adoptionOf(context, template, signatures !== undefined),
    ...(signatures && { signatures }),
    now: at.toISOString(),
    types: templateTypes(procedure),
  })
}
