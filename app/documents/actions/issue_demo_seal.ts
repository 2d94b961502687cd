import encryption from '@adonisjs/core/services/encryption'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { createDemoAuthority, issueDemoSeal } from '#documents/seal/demo_authority'
import { inTown } from '#tenancy/town_transaction'

/** Gives a demo town an organ seal by an authority that says of itself that it has no legal value. */
export class IssueDemoSeal {
  async execute(
    municipalityId: string,
    town: { name: string; taxNumber: string },
    at = new Date()
  ): Promise<void> {
    const authority = await createDemoAuthority(at)
    const seal = await issueDemoSeal(authority, { name: town.name, nif: town.taxNumber }, at)
    const id = uuidv7()
    await inTown(municipalityId, async (trx) => {
      await trx.rows(`UPDATE seals SET active = false WHERE municipality_id = $1 AND active`, [
        municipalityId,
      ])
      await trx.rows(
        `INSERT INTO seals (municipality_id, id, certificate, chain, private_key) VALUES ($1, $2, $3, $4, $5)`,
        [municipalityId, id, seal.certificate, authority.certificate, encryption.encrypt(seal.privateKey)]
      )
      await appendAudit(trx, [
        { actor: SYSTEM, action: 'documents.seal_bound', subject: { kind: 'seal', id } },
      ])
    })
  }
}
