import hash from '@adonisjs/core/services/hash'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { NIL } from '#core/ids'
import { Counter } from '#core/metrics'
import { err, ok, type Result } from '#core/result'
import { afterFailure, type Attempts, isLocked } from '#identity/domain/lock_out'
import { demoMeant } from '#identity/queries/demo_meant'
import { officerById } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { townById } from '#tenancy/queries/towns'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

const refusals = new Counter(
  'finestra_officer_sign_ins_refused_total',
  'Sign-ins of employees that were refused'
)

interface Credentials extends Attempts {
  id: string
  passwordHash: string
  /** Whether they have signed in by this browser before. */
  known: boolean
}

/** Wrong passwords are counted by the browser where it is known, and of all others together. */
const CREDENTIALS = `
  SELECT o.id, o.password_hash AS "passwordHash", b.browser_id IS NOT NULL AS known,
    CASE WHEN b.browser_id IS NULL THEN o.failed_attempts ELSE b.failed_attempts END AS "failedAttempts",
    CASE WHEN b.browser_id IS NULL THEN o.locked_until ELSE b.locked_until END AS "lockedUntil"
  FROM officers o
  LEFT JOIN officer_browsers b ON b.municipality_id = $1 AND b.browser_id = $2 AND b.officer_id = o.id
  WHERE o.municipality_id = $1`

/** The row that counts: of a known browser, else of the account for all others. */
const countOf = ({ known }: Pick<Credentials, 'known'>) =>
  known
    ? { table: 'officer_browsers', where: 'municipality_id = $1 AND browser_id = $2 AND officer_id = $3' }
    : { table: 'officers', where: 'municipality_id = $1 AND $2::uuid IS NOT NULL AND id = $3' }

/** How many browsers of an officer are known: the last ones. */
const MOST_BROWSERS = 20

let decoy: Promise<string> | null = null

/** Somebody unknown costs as much time as somebody known: the answer tells nobody who works here. */
const decoyHash = () => (decoy ??= hash.make('nobody has this password'))

interface Given {
  email: string
  password: string
  /** The id that this browser keeps; made for it where it has none. */
  browser: string
  at: Date
}

/**
 * Checks an employee's password. There is one refusal, with the same words after the same work: it never says whether
 * somebody works here, whether the password was wrong or whether the account is locked, which refuses the right one too.
 * What others guess elsewhere locks no browser by which the employee has come in before.
 */
export class SignInOfficer {
  async execute(municipalityId: string, given: Given): Promise<Result<Officer, 'refused' | 'demo_withheld'>> {
    if (await this.isWithheld(municipalityId)) return err('demo_withheld')
    const found = await this.find(municipalityId, given)
    const right = await hash.verify(found?.passwordHash ?? (await decoyHash()), given.password)
    if (found && right && !isLocked(found, given.at) && (await this.succeed(municipalityId, found, given))) {
      const officer = await officerById(municipalityId, found.id)
      if (officer) return ok(officer)
    }
    refusals.add()
    await this.fail(municipalityId, found, given)
    return err('refused')
  }

  /** Everybody knows the passwords of a demo town. */
  private isWithheld = async (municipalityId: string) =>
    !demoMeant() && ((await townById(municipalityId))?.demo ?? false)

  private find = (municipalityId: string, { email, browser }: Given) =>
    inTown(municipalityId, async (trx) => {
      const [row] = await trx.rows<Credentials>(`${CREDENTIALS} AND o.email = lower($3) AND o.active`, [
        municipalityId,
        browser,
        email.trim(),
      ])
      return row ?? null
    })

  /** False where wrong guesses that came at the same time have locked it. */
  private succeed = (municipalityId: string, found: Credentials, { browser, at }: Given) =>
    inTown(municipalityId, async (trx) => {
      const { id } = found
      const { table, where } = countOf(found)
      const row = [municipalityId, browser, id, at.toISOString()]
      const opened = await trx.rows(
        `UPDATE ${table} SET failed_attempts = 0, locked_until = NULL WHERE ${where} AND (locked_until IS NULL OR locked_until <= $4) RETURNING 1`,
        row
      )
      if (opened.length === 0) return false
      await trx.rows(
        `UPDATE officers SET previous_access_at = last_access_at, last_access_at = $3 WHERE municipality_id = $1 AND id = $2`,
        [municipalityId, id, at.toISOString()]
      )
      await this.know(trx, row)
      await appendAudit(trx, [
        { actor: { kind: 'officer', id }, action: 'identity.signed_in', subject: { kind: 'officer', id } },
      ])
      return true
    })

  private async know(trx: TownTransaction, [municipalityId, browser, id, at]: string[]) {
    await trx.rows(
      `INSERT INTO officer_browsers (municipality_id, browser_id, officer_id, last_access_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (municipality_id, browser_id, officer_id) DO UPDATE SET last_access_at = excluded.last_access_at`,
      [municipalityId, browser, id, at]
    )
    await trx.rows(
      `DELETE FROM officer_browsers WHERE municipality_id = $1 AND officer_id = $2 AND browser_id IN (
         SELECT browser_id FROM officer_browsers WHERE municipality_id = $1 AND officer_id = $2
         ORDER BY last_access_at DESC OFFSET ${MOST_BROWSERS})`,
      [municipalityId, id]
    )
  }

  /** Counts under the lock of the row: guesses that come at once are as many as they are. What is locked counts none. */
  private fail = (municipalityId: string, found: Credentials | null, { browser, at }: Given) =>
    inTown(municipalityId, async (trx) => {
      // Where nobody is meant the work is the same, and no row is found.
      const id = found?.id ?? NIL
      const { table, where } = countOf({ known: found?.known ?? false })
      const row = [municipalityId, browser, id]
      const [now] = await trx.rows<Attempts>(
        `SELECT failed_attempts AS "failedAttempts", locked_until AS "lockedUntil" FROM ${table} WHERE ${where} FOR UPDATE`,
        row
      )
      const before = now ?? { failedAttempts: 0, lockedUntil: null }
      const locked = isLocked(before, at)
      const after = locked ? before : afterFailure(before, at)
      await trx.rows(`UPDATE ${table} SET failed_attempts = $4, locked_until = $5 WHERE ${where}`, [
        ...row,
        after.failedAttempts,
        after.lockedUntil?.toISOString() ?? null,
      ])
      await trx.rows(`UPDATE officers SET last_failure_at = $3 WHERE municipality_id = $1 AND id = $2`, [
        municipalityId,
        id,
        at.toISOString(),
      ])
      const action = after.lockedUntil && !locked ? 'identity.locked' : 'identity.refused'
      const actor = found ? { kind: 'officer' as const, id } : SYSTEM
      await appendAudit(trx, [{ actor, action, subject: { kind: 'officer', id: found?.id ?? 'unknown' } }])
    })
}
