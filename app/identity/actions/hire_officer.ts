import hash from '@adonisjs/core/services/hash'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { err, ok, type Result } from '#core/result'
import type { OfficerRole } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

const HIRE = `
  INSERT INTO officers (municipality_id, id, email, name, position, password_hash, roles, unit_ids, language, holds)
  VALUES ($1, $2, lower($3), $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`

/** Gives an employee an account in a town. Answers its id; an address is one employee's at a time. */
export class HireOfficer {
  async execute(
    municipalityId: string,
    officer: {
      email: string
      name: string
      password: string
      roles: OfficerRole[]
      unitIds: string[]
      /** The bodies, by their role, whose office they hold. */
      holds?: string[]
      language?: string
      position?: object
    },
    by: Actor = SYSTEM
  ): Promise<Result<string, 'taken'>> {
    const id = uuidv7()
    const { email, name, roles, unitIds, holds = [], language = 'es', position = {} } = officer
    const passwordHash = await hash.make(officer.password)
    return inTown(municipalityId, async (trx) => {
      const hired = await trx.rows(HIRE, [
        ...[municipalityId, id, email.trim(), name, JSON.stringify(position), passwordHash],
        ...[roles, unitIds, language, holds],
      ])
      if (hired.length === 0) return err('taken')
      const detail = { roles, ...(officer.holds && { holds }) }
      await appendAudit(trx, [
        { actor: by, action: 'identity.officer_hired', subject: { kind: 'officer', id }, detail },
      ])
      return ok(id)
    })
  }
}
