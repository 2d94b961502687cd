import hash from '@adonisjs/core/services/hash'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { uuidv7 } from '#core/ids'
import type { OfficerRole } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

/** Gives an employee an account in a town. Answers its id. */
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
  ): Promise<string> {
    const id = uuidv7()
    const passwordHash = await hash.make(officer.password)
    await inTown(municipalityId, async (trx) => {
      await trx.rows(
        `INSERT INTO officers (municipality_id, id, email, name, position, password_hash, roles, unit_ids, language, holds)
         VALUES ($1, $2, lower($3), $4, $5, $6, $7, $8, $9, $10)`,
        [
          municipalityId,
          id,
          officer.email,
          officer.name,
          JSON.stringify(officer.position ?? {}),
          passwordHash,
          officer.roles,
          officer.unitIds,
          officer.language ?? 'es',
          officer.holds ?? [],
        ]
      )
      await appendAudit(trx, [
        {
          actor: by,
          action: 'identity.officer_hired',
          subject: { kind: 'officer', id },
          detail: { roles: officer.roles, ...(officer.holds && { holds: officer.holds }) },
        },
      ])
    })
    return id
  }
}
