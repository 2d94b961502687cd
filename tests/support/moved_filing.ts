import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { StartDraft } from '#filings/actions/start_draft'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { newFollowUpCode } from '#filings/chance'
import { holderOf } from '#filings/domain/holder'
import type { Acknowledgement, Filer } from '#filings/types'
import { citizenFrom, type OpenOffice } from '#tests/support/filing'

/** Files a procedure as the person of a test town, or as nobody, at an instant of a moved clock. */
export async function fileAt(
  { town, test }: OpenOffice,
  procedure: CompiledProcedure,
  given: { answers: Record<string, Json>; at: Date; anonymous?: boolean; code?: string }
): Promise<Acknowledgement> {
  const { at, answers, anonymous = false, code = newFollowUpCode() } = given
  const filer: Filer = anonymous ? { citizen: null, code } : { citizen: citizenFrom(test.person) }
  const draftId = unwrap(
    await new StartDraft().execute({
      municipalityId: town.id,
      ...holderOf(filer),
      slug: procedure.slug,
      digest: procedure.digest,
      language: 'es',
      answers,
      at,
    })
  )
  const submission = { town, ...filer, draftId, version: 1, at, moved: true }
  return unwrap(await new SubmitFiling().execute(submission))
}
