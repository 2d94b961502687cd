import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import type { Citizen, VerifiedIdentity } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'

const UPSERT = `
INSERT INTO persons (municipality_id, id, identifier, given_name, surnames, organisation, email, phone, last_access_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (municipality_id, identifier) DO UPDATE
SET given_name = excluded.given_name, surnames = excluded.surnames, organisation = excluded.organisation,
    previous_access_at = persons.last_access_at, last_access_at = excluded.last_access_at
RETURNING id, email, phone`

/** Signs a person in: makes their record in this town the first time, and leaves an audit row. */
export class WelcomePerson {
  async execute(
    municipalityId: string,
    identity: VerifiedIdentity,
    { at, email = null, phone = null }: { at: Date; email?: string | null; phone?: string | null }
  ): Promise<Citizen> {
    return inTown(municipalityId, async (trx) => {
      const [person] = await trx.rows<{ id: string; email: string | null; phone: string | null }>(UPSERT, [
        municipalityId,
        uuidv7(),
        identity.identifier,
        identity.givenName,
        identity.surnames,
        identity.organisation?.name ?? null,
        email,
        phone,
        at.toISOString(),
      ])
      const { id, email: known, phone: knownPhone } = person!
      await appendAudit(trx, [
        {
          actor: { kind: 'person', id },
          action: 'identity.signed_in',
          subject: { kind: 'person', id },
          detail: { method: identity.method, level: identity.level },
        },
      ])
      return {
        personId: id,
        identifier: identity.identifier,
        name: `${identity.givenName} ${identity.surnames}`.trim(),
        organisation: identity.organisation ?? null,
        email: known,
        phone: knownPhone,
        level: identity.level,
        method: identity.method,
        since: at.getTime(),
      }
    })
  }
}
