import hash from '@adonisjs/core/services/hash'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { err, ok, type Result } from '#core/result'
import { roleToHold } from '#identity/domain/office'
import { heldSince } from '#identity/domain/sessions'
import { isLastAdministrator } from '#identity/queries/administrators'
import type { Officer, OfficerRole } from '#identity/types'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/** What is left out stays as it is. */
export interface OfficerChange {
  officerId: string
  position?: object
  roles?: OfficerRole[]
  unitIds?: string[]
  /** Ends the sessions that the former one opened, and the lock that it may have come to. */
  password?: string
  at: Date
}

/** `holds`: without a role that goes, they could not hold the office that they do. */
export type ChangeRefusal = 'unknown' | 'last_admin' | 'holds'

type Standing = Pick<Officer, 'position' | 'roles' | 'unitIds' | 'holds'>

const STANDING = `SELECT position, roles, unit_ids AS "unitIds", holds FROM officers
  WHERE municipality_id = $1 AND id = $2 AND active FOR UPDATE`

const CHANGE = `UPDATE officers SET position = $3, roles = $4, unit_ids = $5 WHERE municipality_id = $1 AND id = $2`

const PASSWORD = `UPDATE officers SET password_hash = $3, sessions_since = $4, failed_attempts = 0, locked_until = NULL
  WHERE municipality_id = $1 AND id = $2`

/** Browsers that were known by the former password, with the locks that they may have come to. */
const FORGET = `DELETE FROM officer_browsers WHERE municipality_id = $1 AND officer_id = $2`

/** Gives an employee other roles, units, position or password. */
export class ChangeOfficer {
  async execute(
    municipalityId: string,
    { officerId, password, at, ...given }: OfficerChange,
    by: Actor = SYSTEM
  ): Promise<Result<null, ChangeRefusal>> {
    const passwordHash = password === undefined ? null : await hash.make(password)
    return inTown(municipalityId, async (trx) => {
      const of = [municipalityId, officerId]
      const isLast = await isLastAdministrator(trx, officerId)
      const [standing] = await trx.rows<Standing>(STANDING, of)
      if (!standing) return err('unknown')
      const next = { ...standing, ...defined(given) }
      if (isLast && !next.roles.includes('admin')) return err('last_admin')
      if (next.holds.some((body) => !next.roles.includes(roleToHold(body)))) return err('holds')
      await trx.rows(CHANGE, [...of, JSON.stringify(next.position), next.roles, next.unitIds])
      if (passwordHash) {
        await trx.rows(PASSWORD, [...of, passwordHash, heldSince(at)])
        await trx.rows(FORGET, of)
      }
      await this.#audit(trx, officerId, { ...defined(given), ...(passwordHash && { password: 'new' }) }, by)
      return ok(null)
    })
  }

  #audit = (trx: TownTransaction, id: string, detail: object, actor: Actor) =>
    appendAudit(trx, [
      { actor, action: 'identity.officer_changed', subject: { kind: 'officer', id }, detail: { ...detail } },
    ])
}

const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T
