import { appendAudit } from '#audit/actions/append_audit'
import { lockedCase } from '#cases/queries/locked_case'
import type { Moment } from '#core/jobs/types'
import { uuidv7 } from '#core/ids'
import { type Result, err, ok } from '#core/result'
import { inTown } from '#tenancy/town_transaction'

const LONGEST = 4000

/** An officer writes a note into a case, for colleagues; it can't be changed afterwards. */
export class AddNote {
  execute(
    given: Moment & { municipalityId: string; caseId: string; officerId: string; text: string }
  ): Promise<Result<string, 'not_found' | 'empty' | 'too_long'>> {
    return inTown(given.municipalityId, async (trx) => {
      const { caseId, officerId, at, moved } = given
      const text = given.text.trim()
      if (text === '') return err('empty' as const)
      if (text.length > LONGEST) return err('too_long' as const)
      if (!(await lockedCase(trx, caseId))) return err('not_found' as const)
      const id = uuidv7()
      await trx.rows(
        `INSERT INTO notes (municipality_id, id, case_id, officer_id, text, at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [given.municipalityId, id, caseId, officerId, text, at.toISOString()]
      )
      const actor = { kind: 'officer' as const, id: officerId }
      const subject = { kind: 'case_files', id: caseId }
      await appendAudit(
        trx,
        [{ actor, action: 'cases.note_added', subject, detail: { note: id } }],
        moved ? at : undefined
      )
      return ok(id)
    })
  }
}
