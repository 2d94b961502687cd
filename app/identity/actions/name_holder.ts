import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { err, ok, type Result } from '#core/result'
import { roleToHold } from '#identity/domain/office'
import type { Officer, OfficerRole } from '#identity/types'
import { writeHolder } from '#tenancy/actions/write_holder'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/** `role`: they lack that one, which the office asks for. */
export type HolderRefusal = { code: 'no_body' } | { code: 'unknown' } | { code: 'role'; role: OfficerRole }

type Named = Pick<Officer, 'name' | 'roles' | 'holds'>

const NAMED = `SELECT name, roles, holds FROM officers WHERE municipality_id = $1 AND id = $2 AND active FOR UPDATE`

const TAKE = `UPDATE officers SET holds = array_remove(holds, $3)
  WHERE municipality_id = $1 AND $3 = ANY(holds) AND id IS DISTINCT FROM $2::uuid RETURNING id`

const GIVE = `UPDATE officers SET holds = array_append(holds, $3)
  WHERE municipality_id = $1 AND id = $2 AND NOT $3 = ANY(holds) RETURNING id`

/**
 * Names who holds the office of a body, by its role; null leaves it vacant. A body has one holder at a time: whoever had it
 * has it no more, and documents name the new one. Answers whether that is new.
 */
export class NameHolder {
  execute(
    municipalityId: string,
    { body, officerId }: { body: string; officerId: string | null },
    by: Actor = SYSTEM
  ): Promise<Result<boolean, HolderRefusal>> {
    return inTown(municipalityId, async (trx) => {
      const named = officerId === null ? null : await namedIn(trx, officerId)
      if (officerId !== null && !named) return err({ code: 'unknown' as const })
      const role = roleToHold(body)
      if (named && !named.roles.includes(role)) return err({ code: 'role' as const, role })
      const written = await writeHolder(trx, { body, holder: named?.name ?? null })
      if (written === null) return err({ code: 'no_body' as const })
      const of = [municipalityId, officerId, body]
      const taken = await trx.rows<{ id: string }>(TAKE, of)
      const given = officerId === null ? [] : await trx.rows(GIVE, of)
      if (!written && taken.length + given.length === 0) return ok(false)
      const detail = { officer: officerId, before: taken.map(({ id }) => id) }
      const subject = { kind: 'body', id: body }
      await appendAudit(trx, [{ actor: by, action: 'identity.holder_named', subject, detail }])
      return ok(true)
    })
  }
}

const namedIn = async (trx: TownTransaction, officerId: string): Promise<Named | null> =>
  (await trx.rows<Named>(NAMED, [trx.municipalityId, officerId]))[0] ?? null
