type Chore = (at: Date) => Promise<void>

const chores = new Map<string, Chore>()

/** Says what has to be done once a day, by whichever worker gets to it: doing it twice must do no harm. */
export const registerChore = (name: string, chore: Chore) => void chores.set(name, chore)

/** Does every chore; one that fails is reported and holds up none of the others. */
export async function doChores(at: Date, report: (error: unknown, name: string) => void): Promise<void> {
  for (const [name, chore] of chores) {
    try {
      await chore(at)
    } catch (error) {
      report(error, name)
    }
  }
}
