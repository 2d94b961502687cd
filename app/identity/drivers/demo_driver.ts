import { err, ok } from '#core/result'
import { demoIdentities } from '#identity/domain/demo_identities'
import type { IdentityDriver } from '#identity/contract'

/**
 * Signs in fictional persons by a click. For towns that are marked demo, and for no other: a real town
 * can't reach it, and the server refuses to offer it beyond this machine unless told to.
 */
export const demoDriver: IdentityDriver = {
  name: 'demo',
  available: (town) => town.demo,
  begin: async (_town, { returnTo }) => `/sign-in?return=${encodeURIComponent(returnTo)}`,
  complete: async (_town, _state, answer) => {
    const chosen = demoIdentities.find(({ identifier }) => identifier === answer.identifier)
    if (!chosen) return err('unknown_identity')
    const { email: _email, phone: _phone, ...identity } = chosen
    return ok({ ...identity, level: 'substantial', method: 'demo' })
  },
}
