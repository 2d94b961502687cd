import i18nManager from '@adonisjs/i18n/services/main'
import type { ActivityContext } from '#cases/activities/activity'
import { documentContext } from '#cases/domain/document_context'
import { numberOfCase } from '#cases/queries/case_number'
import { filedLater } from '#cases/queries/filed_later'
import type { Json } from '#core/json'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'
import { inTown } from '#tenancy/town_transaction'

/** The context of a case as it stands. */
export async function templateContext(context: ActivityContext): Promise<Record<string, Json>> {
  const { caseFile, procedure, town, at } = context
  const { language, applicant, subject, workflow } = caseFile
  const units = await unitsOf(town.id)
  const entry = await entryOf(town.id, caseFile.entryId)
  const number = entry?.number ?? (await inTown(town.id, (trx) => numberOfCase(trx, caseFile)))
  return documentContext({
    town,
    body: await bodyFor(town.id, procedure.sheet.body),
    unit: units.find(({ id }) => id === caseFile.unitId) ?? null,
    procedure,
    language,
    applicant: {
      ...applicant,
      name:
        applicant.name ??
        i18nManager.locale(language).t(caseFile.filingId ? 'cases.anonymous' : 'cases.nobody'),
    },
    subject,
    number,
    entry: entry && {
      number: entry.number,
      recordedAt: entry.recordedAt.toISOString(),
      effectiveAt: entry.effectiveAt.toISOString(),
    },
    answers: workflow.variables['answers'] ?? {},
    filings: await filedLater(town.id, caseFile.id),
    variables: workflow.variables,
    at,
  })
}

/** The entry that a case began with, as the books show it; null where it was opened ex officio. */
export const entryOf = (municipalityId: string, entryId: string | null) =>
  inTown(municipalityId, async (trx) => {
    const [entry] = await trx.rows<{ number: string; recordedAt: Date; effectiveAt: Date }>(
      `SELECT entry_number AS number, recorded_at AS "recordedAt", effective_at AS "effectiveAt"
       FROM register_entries WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, entryId]
    )
    return entry ?? null
  })
