import { poolCounts } from '#tenancy/town_pool'

/** How many connections of this process are at work and rest, and how many requests wait for one. */
export const poolUse = (): { busy: number; idle: number; waiting: number } => poolCounts()
