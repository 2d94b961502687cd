import { writeSeal } from '#documents/actions/bind_seal'
import { createDemoAuthority, issueDemoSeal } from '#documents/seal/demo_authority'

/** Gives a demo town an organ seal by an authority that says of itself that it has no legal value. */
export class IssueDemoSeal {
  async execute(
    municipalityId: string,
    town: { name: string; taxNumber: string },
    at = new Date()
  ): Promise<void> {
    const authority = await createDemoAuthority(at)
    const seal = await issueDemoSeal(authority, { name: town.name, nif: town.taxNumber }, at)
    await writeSeal(municipalityId, { ...seal, chain: authority.certificate })
  }
}
