import { inTown } from '#tenancy/town_transaction'

/** The rows of a town's audit trail with an action, the oldest first. */
export const auditRows = (townId: string, action: string) =>
  inTown(townId, (trx) =>
    trx.rows<{ actor: string; subject: string; detail: any }>(
      `SELECT actor_id AS actor, subject_id AS subject, detail FROM audit_entries
       WHERE municipality_id = $1 AND action = $2 ORDER BY sequence`,
      [townId, action]
    )
  )
