import { err, ok } from '#core/result'
import { demoIdentities } from '#identity/domain/demo_identities'
import { demoMeant } from '#identity/queries/demo_meant'
import type { OwnPageDriver } from '#identity/contract'

/**
 * Signs in fictional persons by a click. For towns that are marked demo, and for no other: a real town
 * can't reach it, and nobody beyond this machine unless that is meant.
 */
export const demoDriver: OwnPageDriver = {
  name: 'demo',
  available: (town) => town.demo && demoMeant(),
  choices: () => demoIdentities,
  async choose(_town, identifier) {
    const chosen = demoIdentities.find((identity) => identity.identifier === identifier)
    return chosen ? ok({ ...chosen, level: 'substantial', method: 'demo' }) : err('unknown_identity')
  },
}
