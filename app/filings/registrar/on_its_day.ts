import { DayTurnedError } from '#registry/actions/record_entries'

const TRIES = 3

/**
 * Plans and writes as of an instant. Where it is another day under the lock of the book (midnight, year's end),
 * everything is planned again as of the instant that the book showed, whatever the clock of this process says.
 */
export async function onItsDay<Done>(at: Date, planAndWrite: (at: Date) => Promise<Done>): Promise<Done> {
  for (let tries = 1, day = at; ; tries++) {
    try {
      return await planAndWrite(day)
    } catch (error) {
      if (!(error instanceof DayTurnedError) || tries === TRIES) throw error
      day = error.now
    }
  }
}
