import { turnSql } from '#core/jobs/turn'
import { rowsOfTown } from '#tenancy/town_transaction'

/** Whether something that is due in a case has not been done yet: a task may come of it. */
export const isMoving = (municipalityId: string, caseId: string): Promise<boolean> =>
  rowsOfTown(
    municipalityId,
    `SELECT FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND state = 'ready' AND ${turnSql('jobs')} <= now() LIMIT 1`,
    [municipalityId, caseId],
    'case_is_moving'
  ).then(({ length }) => length > 0)
