import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, ModelAdapterOptions } from '@adonisjs/lucid/types/model'
import { NoTenantError } from '#tenancy/errors'

/**
 * A model runs in the transaction it is given, or not at all: none reaches a table of a town by a connection on
 * which no town is set. Rooms read and write through `inTown`.
 */
export class TenantAdapter extends Adapter {
  override modelConstructorClient(model: LucidModel, options?: ModelAdapterOptions) {
    if (options?.client) return options.client
    throw new NoTenantError(`${model.name} was asked for outside a transaction of a municipality`)
  }
}
