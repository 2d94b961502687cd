import app from '@adonisjs/core/services/app'
import { DemoRegister } from '#exchange/drivers/demo_register'
import { offerSource } from '#exchange/queries/sources'

/** Whom the town can ask. */
export function offerExchange(): void {
  offerSource(new DemoRegister(app.makePath('resources/population')))
}
