import hash from '@adonisjs/core/services/hash'
import { appendAudit } from '#audit/actions/append_audit'
import { err, ok, type Result } from '#core/result'
import { afterFailure, isLocked } from '#identity/domain/lock_out'
import { officerById } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

interface Credentials {
  id: string
  passwordHash: string
  failedAttempts: number
  lockedUntil: Date | null
}

let decoy: Promise<string> | null = null

/** Somebody unknown costs as much time as somebody known: the answer tells nobody who works here. */
const decoyHash = () => (decoy ??= hash.make('nobody has this password'))

/**
 * Checks an employee's password. The refusal never says which part was wrong; a locked account refuses
 * the right password too, and says only that it is locked to whoever has just been counted out.
 */
export class SignInOfficer {
  async execute(
    municipalityId: string,
    { email, password, at }: { email: string; password: string; at: Date }
  ): Promise<Result<Officer, 'refused' | 'locked'>> {
    const found = await this.find(municipalityId, email)
    const right = await hash.verify(found?.passwordHash ?? (await decoyHash()), password)
    if (!found) return err('refused')
    if (isLocked(found, at)) return err('locked')
    if (right) {
      await this.succeed(municipalityId, found.id, at)
      const officer = await officerById(municipalityId, found.id)
      return officer ? ok(officer) : err('refused')
    }
    return err(await this.fail(municipalityId, found, at))
  }

  private find = (municipalityId: string, email: string) =>
    inTown(municipalityId, async (trx) => {
      const [row] = await trx.rows<Credentials>(
        `SELECT id, password_hash AS "passwordHash", failed_attempts AS "failedAttempts", locked_until AS "lockedUntil"
         FROM officers WHERE municipality_id = $1 AND email = lower($2) AND active`,
        [municipalityId, email.trim()]
      )
      return row ?? null
    })

  private succeed = (municipalityId: string, id: string, at: Date) =>
    inTown(municipalityId, async (trx) => {
      await trx.rows(
        `UPDATE officers SET failed_attempts = 0, locked_until = NULL, previous_access_at = last_access_at, last_access_at = $3
         WHERE municipality_id = $1 AND id = $2`,
        [municipalityId, id, at.toISOString()]
      )
      await appendAudit(trx, [
        { actor: { kind: 'officer', id }, action: 'identity.signed_in', subject: { kind: 'officer', id } },
      ])
    })

  private fail = (municipalityId: string, found: Credentials, at: Date) =>
    inTown(municipalityId, async (trx) => {
      const after = afterFailure(found, at)
      await trx.rows(
        `UPDATE officers SET failed_attempts = $3, locked_until = $4, last_failure_at = $5 WHERE municipality_id = $1 AND id = $2`,
        [
          municipalityId,
          found.id,
          after.failedAttempts,
          after.lockedUntil?.toISOString() ?? null,
          at.toISOString(),
        ]
      )
      const action = after.lockedUntil ? 'identity.locked' : 'identity.refused'
      await appendAudit(trx, [
        { actor: { kind: 'officer', id: found.id }, action, subject: { kind: 'officer', id: found.id } },
      ])
      return after.lockedUntil ? ('locked' as const) : ('refused' as const)
    })
}
