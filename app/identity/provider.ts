import { demoDriver } from '#identity/drivers/demo_driver'
import { offerDriver } from '#identity/queries/drivers'

/** Offers the ways to sign in. */
export default class IdentityProvider {
  boot() {
    offerDriver(demoDriver)
  }
}
