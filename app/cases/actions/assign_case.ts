import { appendAudit } from '#audit/actions/append_audit'
import { recordEvent } from '#cases/actions/record_event'
import { lockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

interface Assignment extends Moment {
  municipalityId: string
  caseId: string
  actor: Actor
}

type Refusal = 'not_found' | 'closed' | 'taken' | 'unknown_officer' | 'unknown_unit'

/** Hands a case to an officer, to a unit, or to both; null takes it back from the officer. */
export class AssignCase {
  execute(
    given: Assignment & { officerId?: string | null; unitId?: string }
  ): Promise<Result<null, Refusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const caseFile = await lockedCase(trx, given.caseId)
      if (!caseFile) return err('not_found' as const)
      if (caseFile.state === 'closed') return err('closed' as const)
      const officerId = given.officerId === undefined ? caseFile.assignedTo : given.officerId
      const unitId = given.unitId ?? caseFile.unitId
      if (officerId && !(await worksHere(trx, officerId))) return err('unknown_officer' as const)
      if (given.unitId && !(await isUnit(trx, given.unitId))) return err('unknown_unit' as const)
      await assign(trx, given, officerId, unitId)
      return ok(null)
    })
  }
}

/** An officer takes a case that nobody else has; taking it twice is taking it once. */
export class ClaimCase {
  execute(given: Assignment): Promise<Result<null, Refusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const caseFile = await lockedCase(trx, given.caseId)
      if (!caseFile) return err('not_found' as const)
      if (caseFile.state === 'closed') return err('closed' as const)
      if (caseFile.assignedTo === given.actor.id) return ok(null)
      if (caseFile.assignedTo) return err('taken' as const)
      await assign(trx, given, given.actor.id, caseFile.unitId)
      return ok(null)
    })
  }
}

async function assign(
  trx: TownTransaction,
  given: Assignment,
  officerId: string | null,
  unitId: string | null
): Promise<void> {
  const { caseId, actor, at, moved } = given
  await trx.rows(
    `UPDATE case_files SET assigned_to = $3, unit_id = $4, updated_at = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, caseId, officerId, unitId, at.toISOString()]
  )
  const data = { officer: officerId, unit: unitId }
  await recordEvent(trx, { caseFile: { id: caseId }, at, actor }, { kind: 'assigned', public: false, data })
  const subject = { kind: 'case_files', id: caseId }
  await appendAudit(trx, [{ actor, action: 'cases.assigned', subject, detail: data }], moved ? at : undefined)
}

const worksHere = async (trx: TownTransaction, id: string): Promise<boolean> =>
  (
    await trx.rows(`SELECT FROM officers WHERE municipality_id = $1 AND id = $2 AND active FOR SHARE`, [
      trx.municipalityId,
      id,
    ])
  ).length > 0

const isUnit = async (trx: TownTransaction, id: string): Promise<boolean> =>
  (await trx.rows(`SELECT FROM units WHERE municipality_id = $1 AND id = $2`, [trx.municipalityId, id]))
    .length > 0
