import { acceptedVersion } from '#catalogue/queries/accepted'
import { townOn } from '#catalogue/index'
import { townProcedure } from '#catalogue/queries/town_procedure'
import { effectiveFiling } from '#deadlines/index'
import { isObliged } from '#filings/domain/applicant'
import { carryOver } from '#filings/domain/carry_over'
import type { Draft } from '#filings/types'
import type { Citizen } from '#identity/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/**
 * Moves a draft from a version that the town has withdrawn to the one that it takes filings on: answers that
 * still fit are kept, and what is new or has changed is asked again. False where the town takes none any more:
 * the draft is left as it is.
 */
export class MoveDraft {
  async execute({
    town,
    citizen,
    draft,
    at,
  }: {
    town: Town
    citizen: Citizen | null
    draft: Draft
    at: Date
  }): Promise<boolean> {
    const digest = await acceptedVersion(town.id, draft.slug)
    if (!digest) return false
    const versions = await Promise.all([townProcedure(town.id, draft.digest), townProcedure(town.id, digest)])
    const { recordedDate } = effectiveFiling(at.toISOString(), await calendarOf(town.id))
    const circumstances = {
      values: townOn(versions[1], recordedDate),
      now: at.toISOString(),
      timeZone: town.timeZone,
      obliged: isObliged(citizen),
    }
    const { answers, askedAgain } = carryOver(versions, draft.answers, circumstances)
    const stillAsked = [...new Set([...draft.askedAgain, ...askedAgain])]
    // Whoever saved meanwhile goes first: the draft moves when it is opened again.
    await inTown(town.id, (trx) =>
      trx.rows(
        `UPDATE drafts SET digest = $5, answers = $6, asked_again = $7, version = version + 1
         WHERE municipality_id = $1 AND id = $2 AND person_id IS NOT DISTINCT FROM $3 AND code_digest IS NOT DISTINCT FROM $8
           AND version = $4 AND kind = 'submission'`,
        [
          ...[town.id, draft.id, citizen?.personId ?? null, draft.version, digest],
          ...[JSON.stringify(answers), stillAsked, citizen ? null : draft.codeDigest],
        ]
      )
    )
    return true
  }
}
