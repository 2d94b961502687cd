import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Upload } from '#documents/types'
import type { Applicant } from '#filings/types'
import { addresseeOf } from '#filings/domain/addressee'
import { planEntry } from '#registry/domain/plan_entry'
import type { EntryPlan } from '#registry/types'
import type { Body, Town, Unit } from '#tenancy/types'

/** The incoming entry of a filing (RD 203/2021, art. 38), without what the lock decides. */
export function planFilingEntry(
  filing: {
    town: Town
    unit: Unit | null
    body: Body | null
    procedure: CompiledProcedure
    applicant: Applicant
    uploads: Upload[]
    language: string
    heading: string
  },
  refers: Pick<EntryPlan, 'id' | 'filingId' | 'caseId'>,
  salt: string
): EntryPlan {
  const { town, unit, procedure, applicant, uploads, language, heading } = filing
  return planEntry(
    {
      heading,
      party: { identifier: applicant.identifier, name: applicant.name },
      representative: applicant.representative ?? null,
      sender: { name: applicant.name, directoryCode: null },
      addressee: {
        name: addresseeOf(filing, language),
        directoryCode: unit?.directoryCode ?? town.directoryCode,
      },
      procedure: {
        slug: procedure.slug,
        title: textOf(procedure.texts, language, 'sheet.title'),
        sia: procedure.sheet.sia,
      },
      documents: uploads.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
      language,
    },
    refers,
    salt
  )
}
