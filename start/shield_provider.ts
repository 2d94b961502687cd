import type { ApplicationService } from '@adonisjs/core/types'
import edge from 'edge.js'
import Shield from '#start/shield_middleware'

/**
 * One shield for all requests. The framework's own provider makes one for each, and imports the view engine
 * for it each time: half of what the middleware of a page cost.
 */
export default class ShieldProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(Shield, async () => {
      const encryption = await this.app.container.make('encryption')
      return new Shield(this.app.config.get('shield'), encryption.use(), edge)
    })
  }
}
