import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { StartDraft } from '#filings/actions/start_draft'
import { SubmitFiling } from '#filings/actions/submit_filing'
import type { Acknowledgement } from '#filings/types'
import { citizenFrom, type OpenOffice } from '#tests/support/filing'

/** Files a procedure as the person of a test town, at an instant of a moved clock. */
export async function fileAt(
  { town, test }: OpenOffice,
  procedure: CompiledProcedure,
  given: { answers: Record<string, Json>; at: Date }
): Promise<Acknowledgement> {
  const { at, answers } = given
  const draftId = unwrap(
    await new StartDraft().execute({
      municipalityId: town.id,
      personId: test.person.id,
      slug: procedure.slug,
      digest: procedure.digest,
      language: 'es',
      answers,
      at,
    })
  )
  const submission = { town, citizen: citizenFrom(test.person), draftId, version: 1, at, moved: true }
  return unwrap(await new SubmitFiling().execute(submission))
}
