import type { ApplicationService } from '@adonisjs/core/types'
import { BaseModel } from '@adonisjs/lucid/orm'

/** Joins the rooms to the framework: the tenant's adapter, and what outlives a request. */
export default class HouseProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { TenantAdapter } = await import('#tenancy/tenant_adapter')
    const db = await this.app.container.make('lucid.db')
    BaseModel.$adapter = new TenantAdapter(db)
    const { offerNotifications } = await import('#notifications/provider')
    offerNotifications()
    const { offerPayments } = await import('#payments/provider')
    offerPayments()
    const { offerSignatures } = await import('#signatures/provider')
    offerSignatures()
    const { offerFilings } = await import('#filings/provider')
    offerFilings()
    const { offerCases } = await import('#cases/provider')
    offerCases()
  }

  async shutdown() {
    const { closeTownPool } = await import('#tenancy/town_pool')
    await closeTownPool()
  }

  /** Before the first request; the worker asks for itself. */
  async start() {
    const { joinProcesses } = await import('#core/provider')
    if (this.app.getEnvironment() !== 'test') await joinProcesses(this.app)
    if (this.app.inTest || this.app.getEnvironment() !== 'web') return
    const { assertSafeDatabase } = await import('#tenancy/queries/database_faults')
    await assertSafeDatabase({ durable: this.app.inProduction })
  }
}
