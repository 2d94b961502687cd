import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, ModelAdapterOptions } from '@adonisjs/lucid/types/model'
import { townTransaction } from '#tenancy/town_transaction'

/** Gives every tenant model the transaction of its town, and throws E_NO_TENANT without one. */
export class TenantAdapter extends Adapter {
  override modelConstructorClient(_model: LucidModel, options?: ModelAdapterOptions) {
    return options?.client ?? townTransaction().lucid
  }
}
