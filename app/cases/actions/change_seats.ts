import { appendAudit } from '#audit/actions/append_audit'
import { recordEvent } from '#cases/actions/record_event'
import { recountTerms } from '#cases/actions/recount_terms'
import { lockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { seatsOf } from '#tenancy/queries/seats'
import { inTown } from '#tenancy/town_transaction'

export interface SeatsOfCase extends Moment {
  municipalityId: string
  caseId: string
  /** All that count beside the electronic office. */
  seats: string[]
  actor: Actor
}

/**
 * Says whose closed days count for the terms of a case beside those of the electronic office: where its body sits, where
 * the interested person lives (Law 39/2015, art. 30.6). What is still to come is counted again with them.
 */
export class ChangeSeats {
  execute(given: SeatsOfCase): Promise<Result<{ moved: boolean }, 'not_found' | 'closed' | 'unknown_seat'>> {
    const { municipalityId, caseId, actor, at } = given
    const seats = [...new Set(given.seats)].sort()
    return inTown(municipalityId, async (trx) => {
      const caseFile = await lockedCase(trx, caseId)
      if (!caseFile) return err('not_found' as const)
      if (caseFile.state === 'closed') return err('closed' as const)
      const known = new Set((await seatsOf(municipalityId)).map(({ slug }) => slug))
      if (!seats.every((seat) => known.has(seat))) return err('unknown_seat' as const)
      if (seats.join() === [...caseFile.seats].sort().join()) return ok({ moved: false })
      await trx.rows(`UPDATE case_files SET seats = $3 WHERE municipality_id = $1 AND id = $2`, [
        municipalityId,
        caseId,
        JSON.stringify(seats),
      ])
      const detail = { seats, before: caseFile.seats }
      await recordEvent(trx, { caseFile, at, actor }, { kind: 'seats_changed', public: true, data: detail })
      const calendars = await calendarsAsTheyAre(municipalityId)
      const recount = await recountTerms(trx, calendars, at, { only: caseId, actor })
      const subject = { kind: 'case_files', id: caseId }
      await appendAudit(
        trx,
        [...recount.audit, { actor, action: 'cases.seats_changed', subject, detail }],
        given.moved ? at : undefined
      )
      return ok({ moved: recount.cases > 0 })
    })
  }
}
