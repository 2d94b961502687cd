/** Time is handed in: a town hall that can't be moved in time can't be tested. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export const fixedClock = (instant: string | Date): Clock => ({ now: () => new Date(instant) })
