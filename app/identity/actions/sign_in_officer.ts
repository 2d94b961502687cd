import hash from '@adonisjs/core/services/hash'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { Counter } from '#core/metrics'
import { err, ok, type Result } from '#core/result'
import { afterFailure, isLocked } from '#identity/domain/lock_out'
import { demoMeant } from '#identity/queries/demo_meant'
import { officerById } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

const refusals = new Counter(
  'finestra_officer_sign_ins_refused_total',
  'Sign-ins of employees that were refused'
)

interface Credentials {
  id: string
  passwordHash: string
  failedAttempts: number
  lockedUntil: Date | null
}

const CREDENTIALS = `
  SELECT id, password_hash AS "passwordHash", failed_attempts AS "failedAttempts", locked_until AS "lockedUntil"
  FROM officers WHERE municipality_id = $1`

let decoy: Promise<string> | null = null

/** Somebody unknown costs as much time as somebody known: the answer tells nobody who works here. */
const decoyHash = () => (decoy ??= hash.make('nobody has this password'))

/** Whom a refusal is written down to where nobody is meant: the same work, and no row is found. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Checks an employee's password. There is one refusal, with the same words after the same work: it never says whether
 * somebody works here, whether the password was wrong or whether the account is locked, which refuses the right one too.
 */
export class SignInOfficer {
  async execute(
    municipalityId: string,
    { email, password, at }: { email: string; password: string; at: Date }
  ): Promise<Result<Officer, 'refused' | 'demo_withheld'>> {
    if (await this.isWithheld(municipalityId)) return err('demo_withheld')
    const found = await this.find(municipalityId, email)
    const right = await hash.verify(found?.passwordHash ?? (await decoyHash()), password)
    if (found && right && !isLocked(found, at) && (await this.succeed(municipalityId, found.id, at))) {
      const officer = await officerById(municipalityId, found.id)
      if (officer) return ok(officer)
    }
    refusals.add()
    await this.fail(municipalityId, found?.id ?? null, at)
    return err('refused')
  }

  /** Everybody knows the passwords of a demo town. */
  private isWithheld = async (municipalityId: string) =>
    !demoMeant() && ((await townById(municipalityId))?.demo ?? false)

  private find = (municipalityId: string, email: string) =>
    inTown(municipalityId, async (trx) => {
      const [row] = await trx.rows<Credentials>(`${CREDENTIALS} AND email = lower($2) AND active`, [
        municipalityId,
        email.trim(),
      ])
      return row ?? null
    })

  /** False where wrong guesses that came at the same time have locked the account. */
  private succeed = (municipalityId: string, id: string, at: Date) =>
    inTown(municipalityId, async (trx) => {
      const opened = await trx.rows(
        `UPDATE officers SET failed_attempts = 0, locked_until = NULL, previous_access_at = last_access_at, last_access_at = $3
         WHERE municipality_id = $1 AND id = $2 AND (locked_until IS NULL OR locked_until <= $3) RETURNING id`,
        [municipalityId, id, at.toISOString()]
      )
      if (opened.length === 0) return false
      await appendAudit(trx, [
        { actor: { kind: 'officer', id }, action: 'identity.signed_in', subject: { kind: 'officer', id } },
      ])
      return true
    })

  /** Counts under the lock of the row: guesses that come at once are as many as they are. A locked account counts none. */
  private fail = (municipalityId: string, id: string | null, at: Date) =>
    inTown(municipalityId, async (trx) => {
      const asked = [municipalityId, id ?? NOBODY]
      const [now] = await trx.rows<Credentials>(`${CREDENTIALS} AND id = $2 FOR UPDATE`, asked)
      const before = now ?? { failedAttempts: 0, lockedUntil: null }
      const locked = isLocked(before, at)
      const after = locked ? before : afterFailure(before, at)
      await trx.rows(
        `UPDATE officers SET failed_attempts = $3, locked_until = $4, last_failure_at = $5 WHERE municipality_id = $1 AND id = $2`,
        [...asked, after.failedAttempts, after.lockedUntil?.toISOString() ?? null, at.toISOString()]
      )
      const action = after.lockedUntil && !locked ? 'identity.locked' : 'identity.refused'
      const actor = id ? { kind: 'officer' as const, id } : SYSTEM
      await appendAudit(trx, [{ actor, action, subject: { kind: 'officer', id: id ?? 'unknown' } }])
    })
}
