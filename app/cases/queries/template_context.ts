import type { ActivityContext } from '#cases/activities/activity'
import { textOf } from '#catalogue/queries/texts'
import { localDate } from '#cases/domain/local_date'
import type { Json } from '#core/json'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'
import type { Language, Texts } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

const inLanguage = (texts: Texts | undefined, language: string): string | null =>
  texts ? (texts[language as Language] ?? texts.es ?? null) : null

/** What the words of a case's documents and notices are filled from; instants and dates in ISO. */
export async function templateContext(context: ActivityContext): Promise<Record<string, Json>> {
  const { caseFile, procedure, town, at } = context
  const { language, applicant } = caseFile
  const body = await bodyFor(town.id, procedure.sheet.body)
  const units = await unitsOf(town.id)
  const entry = await entryOf(town.id, caseFile.entryId)
  return {
    town: {
      name: town.name,
      officeName: inLanguage(town.settings.officeName, language),
      taxNumber: town.taxNumber,
    },
    body: body && { name: inLanguage(body.name, language), holder: body.holder },
    case: {
      number: entry?.number ?? null,
      unit: inLanguage(units.find(({ id }) => id === caseFile.unitId)?.name, language),
      subject: caseFile.subject,
    },
    entry: {
      number: entry?.number ?? null,
      recordedAt: entry?.recordedAt.toISOString() ?? null,
      effectiveAt: entry?.effectiveAt.toISOString() ?? null,
    },
    applicant: {
      identifier: applicant.identifier,
      name: applicant.name,
      email: applicant.email ?? null,
      phone: applicant.phone ?? null,
    },
    representative: applicant.representative ?? null,
    answers: caseFile.workflow.variables['answers'] ?? {},
    variables: caseFile.workflow.variables,
    sheet: { slug: procedure.slug, title: textOf(procedure.texts, language, 'sheet.title') },
    today: localDate(at, town.timeZone),
    document: {},
  }
}

/** The entry that a case began with, as the books show it. */
export const entryOf = (municipalityId: string, entryId: string) =>
  inTown(municipalityId, async (trx) => {
    const [entry] = await trx.rows<{ number: string; recordedAt: Date; effectiveAt: Date }>(
      `SELECT entry_number AS number, recorded_at AS "recordedAt", effective_at AS "effectiveAt"
       FROM register_entries WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, entryId]
    )
    return entry ?? null
  })
