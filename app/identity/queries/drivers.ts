import type { IdentityDriver } from '#identity/contract'
import type { Town } from '#tenancy/types'

const drivers = new Map<string, IdentityDriver>()

/** Called by the provider, once a driver. */
export const offerDriver = (driver: IdentityDriver) => void drivers.set(driver.name, driver)

export const driversOf = (town: Town): IdentityDriver[] =>
  [...drivers.values()].filter((driver) => driver.available(town))

export const driverOf = (town: Town, name: string): IdentityDriver | null =>
  driversOf(town).find((driver) => driver.name === name) ?? null
