import type { ActivityContext } from '#cases/activities/activity'
import { localDate } from '#cases/domain/local_date'
import { answersParts } from '#cases/queries/answers_parts'
import { templateContext } from '#cases/queries/template_context'
import { textOf } from '#catalogue/queries/texts'
import type { Json } from '#core/json'
import type { Sheet } from '#documents/actions/press_sheet'
import { type Adoption, type CompiledTemplate, renderTemplate } from '#documents/index'
import { answeredFiles } from '#documents/queries/uploads'
import { writingOf } from '#documents/queries/writing'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'
import type { Language } from '#tenancy/types'

const RESOLUTION = 'TD01'

/** A resolution is the deciding body's; whatever else leaves a case is issued by the unit that handles it. */
async function adoptionOf(
  { caseFile, procedure, town, at }: ActivityContext,
  type: string
): Promise<Adoption> {
  const language = caseFile.language as Language
  const on = localDate(at, town.timeZone)
  if (type === RESOLUTION) {
    const body = await bodyFor(town.id, procedure.sheet.body)
    return { as: 'decided', by: body?.name[language] ?? town.name, holder: body?.holder ?? null, on }
  }
  const unit = (await unitsOf(town.id)).find(({ id }) => id === caseFile.unitId)
  return { as: 'issued', by: unit?.name[language] ?? town.name, holder: null, on }
}

/** A document of the procedure, filled with its case as it stands. */
export async function letterSheet(context: ActivityContext, template: CompiledTemplate): Promise<Sheet> {
  const { caseFile, procedure, town, at } = context
  const { language } = caseFile
  const answers = (caseFile.workflow.variables['answers'] ?? {}) as Record<string, Json>
  const writing = writingOf(town, language)
  const files = await answeredFiles(town.id, caseFile.filingId)
  return renderTemplate(template, await templateContext(context), {
    ...writing,
    text: (textId) => textOf(procedure.texts, language, textId),
    answers: (form) => answersParts(procedure, form, answers, writing, files),
    attachments: [],
    entity: town.settings.council?.[language as Language] ?? town.name,
    adoption: await adoptionOf(context, template.type),
    now: at.toISOString(),
  })
}
