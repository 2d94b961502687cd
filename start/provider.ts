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
    const { offerExchange } = await import('#exchange/provider')
    offerExchange()
    const { offerFilings } = await import('#filings/provider')
    offerFilings()
    const { offerCases } = await import('#cases/provider')
    offerCases()
  }

  async shutdown() {
    const { closeTownPool } = await import('#tenancy/town_pool')
    await closeTownPool()
  }

  /** Web processes, and the worker under its supervisor; commands that somebody types count nothing. */
  private async beCounted() {
    if (this.app.getEnvironment() !== 'web' && !process.send) return
    const { watchProcess } = await import('#start/health/process_metrics')
    const { joinExchange } = await import('#start/health/metrics_exchange')
    watchProcess()
    joinExchange()
    // Whoever listens to the supervisor would wait for it when all else is put away.
    this.app.terminating(() => process.channel?.unref())
  }

  /** Before the first request; the worker asks for itself. */
  async start() {
    const { joinProcesses } = await import('#core/provider')
    if (this.app.getEnvironment() !== 'test') await joinProcesses(this.app)
    await this.beCounted()
    if (this.app.inTest || this.app.getEnvironment() !== 'web') return
    const { assertSafeDatabase } = await import('#tenancy/queries/database_faults')
    await assertSafeDatabase({ durable: this.app.inProduction })
  }
}
