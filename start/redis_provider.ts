import BaseProvider from '@adonisjs/redis/redis_provider'

/** A Redis that is away can't say goodbye: nobody waits for it. */
export default class RedisProvider extends BaseProvider {
  override async shutdown() {
    await (await this.app.container.make('redis')).disconnectAll()
  }
}
