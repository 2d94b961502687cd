import { err, ok } from '#core/result'
import { demoIdentities } from '#identity/domain/demo_identities'
import { demoMeant } from '#identity/queries/demo_meant'
import type { IdentityDriver } from '#identity/contract'

/**
 * Signs in fictional persons by a click. For towns that are marked demo, and for no other: a real town
 * can't reach it, and nobody beyond this machine unless that is meant.
 */
export const demoDriver: IdentityDriver = {
  name: 'demo',
  available: (town) => town.demo && demoMeant(),
  begin: async (_town, { returnTo }) => `/sign-in?return=${encodeURIComponent(returnTo)}`,
  complete: async (_town, _state, answer) => {
    const chosen = demoIdentities.find(({ identifier }) => identifier === answer.identifier)
    if (!chosen) return err('unknown_identity')
    const { email: _email, phone: _phone, ...identity } = chosen
    return ok({ ...identity, level: 'substantial', method: 'demo' })
  },
}
