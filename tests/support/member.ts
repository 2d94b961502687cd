import { chance } from '#filings/chance'
import { draftOf } from '#filings/queries/drafts'
import { draftDigest } from '#filings/domain/draft_digest'
import { planSubmission } from '#filings/domain/plan_submission'
import type { Member } from '#filings/registrar/member'
import type { Draft } from '#filings/types'
import { writingOf } from '#documents/queries/writing'
import { calendarsOf } from '#tenancy/queries/calendar'
import { citizenFrom, readyDraft, type OpenOffice } from '#tests/support/filing'

/** A filing of the person of a test town as the registrar gets it: planned, and nothing written. */
export async function plannedMember(office: OpenOffice, at = new Date()): Promise<Member> {
  const { town, test, procedure } = office
  const { draftId, version } = await readyDraft(office)
  const draft = (await draftOf(town.id, test.person.id, draftId)) as Draft
  const given = {
    town,
    unit: null,
    body: null,
    calendars: await calendarsOf(town.id),
    seats: [],
    procedure,
    draft,
    answers: draft.answers,
    variables: { answers: draft.answers },
    uploads: [],
    filer: { citizen: citizenFrom(test.person) },
    bodyDigest: draftDigest(draftId, version, test.person.id),
    writing: writingOf(town, 'es'),
    book: writingOf(town, 'es'),
    at,
    moved: false,
  }
  return planSubmission(given, chance)
}
