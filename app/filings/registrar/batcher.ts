interface Waiting<Member, Answer> {
  member: Member
  settle: (answer: Answer) => void
  fail: (error: unknown) => void
}

/** How many filings share a commit, at most: beyond that the statements grow and the commit no longer matters. */
const MOST = 64

/**
 * Gathers what arrives while the last batch was committing, and sends it as the next. There is no
 * timer: a single filing goes at once, as a batch of one. One batch is in flight a town, so a busy town
 * never takes more than one connection from the others.
 */
export class Batcher<Member, Answer> {
  #waiting = new Map<string, Waiting<Member, Answer>[]>()
  #running = new Set<string>()

  constructor(private write: (town: string, members: Member[]) => Promise<(Answer | Error)[]>) {}

  submit(town: string, member: Member): Promise<Answer> {
    return new Promise((settle, fail) => {
      const queue = this.#waiting.get(town)
      if (queue) queue.push({ member, settle, fail })
      else this.#waiting.set(town, [{ member, settle, fail }])
      if (!this.#running.has(town)) void this.#drain(town)
    })
  }

  /** Members that wait for a batch of this town. */
  waiting = (town: string) => this.#waiting.get(town)?.length ?? 0

  async #drain(town: string) {
    this.#running.add(town)
    for (let queue = this.#waiting.get(town); queue?.length; queue = this.#waiting.get(town)) {
      const batch = queue.splice(0, MOST)
      try {
        const answers = await this.write(
          town,
          batch.map(({ member }) => member)
        )
        batch.forEach(({ settle, fail }, index) => {
          const answer = answers[index] as Answer | Error
          if (answer instanceof Error) fail(answer)
          else settle(answer)
        })
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    this.#waiting.delete(town)
    this.#running.delete(town)
  }
}
