import type { ApplicationService } from '@adonisjs/core/types'
import { demoDriver } from '#identity/drivers/demo_driver'
import { offerDriver } from '#identity/queries/drivers'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost', ''])

/** Offers the ways to sign in. The demo one stays on this machine unless `FINESTRA_DEMO=1` says otherwise. */
export default class IdentityProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { default: env } = await import('#start/env')
    if (env.get('FINESTRA_DEMO') || LOOPBACK.has(env.get('HOST', ''))) offerDriver(demoDriver)
  }
}
