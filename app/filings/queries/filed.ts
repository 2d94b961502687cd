import { townProcedure } from '#catalogue/queries/town_procedure'
import { utcMicrosecondsSql } from '#core/hash_chain'
import type { Json } from '#core/json'
import { filedIn } from '#filings/queries/filed_in'
import type { Filed } from '#filings/domain/filed'
import type { FilingRow } from '#filings/rows'
import type { Applicant, Signer } from '#filings/types'
import { answeredFiles } from '#documents/queries/uploads'
import type { Answers } from '#forms/index'
import { bodyFor, unitFor } from '#tenancy/queries/bodies_and_units'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

interface Row {
  digest: string
  language: string
  applicant: Applicant
  signer: Signer | null
  answers: Answers
  answersDigest: string
  filedAt: Date
  kind: FilingRow['kind']
  personId: string | null
  caseId: string
  number: string
  recordedAt: string
  effectiveAt: string
  subject: string
  values: Json
  fee: Json
  form: string | null
  attachments: { name: string; size: number; sha256: string }[] | null
}

/** An answer to a requirement is the result of the task that it closed, at the same instant. */
const QUERY = `
SELECT f.kind, f.digest, f.language, f.applicant, f.signer, f.answers, f.answers_digest AS "answersDigest", f.filed_at AS "filedAt", f.person_id AS "personId", f.case_id AS "caseId", c.subject, c.workflow->'variables'->'town' AS values, c.workflow->'variables'->'fee' AS fee,
       (SELECT t.form FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = f.case_id AND f.kind = 'correction' AND t.state = 'done'
          AND t.closed_at = f.filed_at AND t.closed_by = 'person/' || f.person_id LIMIT 1) AS form,
       e.entry_number AS number, ${utcMicrosecondsSql('e.recorded_at')} AS "recordedAt", ${utcMicrosecondsSql('e.effective_at')} AS "effectiveAt",
       (SELECT jsonb_agg(jsonb_build_object('name', d.name, 'size', d.size, 'sha256', d.sha256) ORDER BY d.id)
        FROM documents d WHERE d.municipality_id = $1 AND d.filing_id = $2 AND d.origin = 'citizen') AS attachments
FROM filings f
JOIN register_entries e ON e.municipality_id = $1 AND e.id = f.entry_id
JOIN case_files c ON c.municipality_id = $1 AND c.id = f.case_id
WHERE f.municipality_id = $1 AND f.id = $2`

/** What was filed under an id, with its entry; null where there is none. */
export async function filedById(
  municipalityId: string,
  filingId: string
): Promise<(Filed & { personId: string | null; caseId: string }) | null> {
  const town = await townById(municipalityId)
  if (!town) return null
  const [row, inCase] = await inTown(municipalityId, async (trx) => {
    const [found] = await trx.rows<Row>(QUERY, [municipalityId, filingId], 'filed_by_id')
    const later = found && found.kind !== 'submission'
    return [found, later ? await filedIn(trx, filingId, town.timeZone) : null]
  })
  if (!row) return null
  const procedure = await townProcedure(municipalityId, row.digest)
  const [unit, body, files] = await Promise.all([
    unitFor(municipalityId, procedure.sheet.unit),
    bodyFor(municipalityId, procedure.sheet.body),
    answeredFiles(municipalityId, filingId),
  ])
  return {
    town,
    unit,
    body,
    procedure,
    language: row.language,
    applicant: row.applicant,
    signer: row.signer,
    answers: row.answers,
    answersDigest: row.answersDigest,
    files,
    subject: row.subject,
    inCase,
    ...(row.values && { values: { town: row.values } }),
    fee: row.fee,
    entry: { number: row.number, recordedAt: row.recordedAt, effectiveAt: row.effectiveAt },
    attachments: row.attachments ?? [],
    at: row.filedAt.toISOString(),
    kind: row.kind,
    form: row.kind === 'submission' ? procedure.sheet.submissionForm : row.form,
    personId: row.personId,
    caseId: row.caseId,
  }
}
