import { hasOwnPage, type IdentityDriver } from '#identity/contract'
import type { Town } from '#tenancy/types'

const drivers = new Map<string, IdentityDriver>()

/** Called by the provider, once a driver. */
export const offerDriver = (driver: IdentityDriver) => void drivers.set(driver.name, driver)

export const driversOf = (town: Town): IdentityDriver[] =>
  [...drivers.values()].filter((driver) => driver.available(town))

export const driverOf = (town: Town, name: string): IdentityDriver | null =>
  driversOf(town).find((driver) => driver.name === name) ?? null

/** Whether answers come from a provider: its page has no token of ours, and what proves them is their nonce. */
export function isProvider(town: Town, name: string): boolean {
  const driver = driverOf(town, name)
  return driver !== null && !hasOwnPage(driver)
}
