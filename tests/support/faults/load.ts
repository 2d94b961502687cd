import type { CitizenVisitor } from '#tests/support/citizen_visitor'
import { citizenOf } from '#tests/support/faults/office'
import { readyDraft, type OpenOffice } from '#tests/support/filing'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Draft = Awaited<ReturnType<typeof readyDraft>>

/** Citizens who file one draft after another, and send each again until somebody answers. */
export class Load {
  /** The number that each receipt page showed, by draft. */
  readonly acknowledged = new Map<string, string>()
  /** Answers that were no acknowledgement, by status and `Retry-After`. */
  readonly refused = new Map<string, number>()
  private drafts: Draft[] = []
  private citizens: CitizenVisitor[] = []

  constructor(
    private readonly office: OpenOffice,
    /** A process that answers, if there is one. */
    private readonly port: () => number | undefined
  ) {}

  async prepare({ drafts, citizens }: { drafts: number; citizens: number }): Promise<this> {
    const many = <T>(count: number, make: () => Promise<T>) =>
      Promise.all(Array.from({ length: count }, make))
    this.drafts = await many(drafts, () => readyDraft(this.office))
    this.citizens = await many(citizens, () => citizenOf(this.office, this.port()!))
    return this
  }

  /** Resolves when every draft is acknowledged; `rest` is how long a citizen waits between two, about. */
  async run({ rest }: { rest: number }): Promise<void> {
    const waiting = [...this.drafts]
    const file = async (citizen: CitizenVisitor) => {
      for (let draft = waiting.pop(); draft; draft = waiting.pop()) {
        await this.insist(citizen, draft)
        await pause(rest * Math.random() * 2)
      }
    }
    await Promise.all(this.citizens.map(file))
  }

  private async insist(citizen: CitizenVisitor, { draftId, version }: Draft): Promise<void> {
    const post = (at: CitizenVisitor) =>
      at.submit(`/filings/${draftId}/submission`, { _version: String(version) })
    const receipt = await this.until(citizen, post, 303)
    const page = await this.until(citizen, (at) => at.get(receipt.headers.location!), 200)
    this.acknowledged.set(draftId, /\d{4}-E-RE-\d{6}/.exec(page.body)?.[0] ?? '')
  }

  private async until(
    citizen: CitizenVisitor,
    ask: (citizen: CitizenVisitor) => ReturnType<CitizenVisitor['get']>,
    wanted: number
  ) {
    for (;;) {
      const port = this.port()
      const answer = port ? await ask(citizen.at(port)).catch(() => null) : null
      if (answer?.status === wanted) return answer
      if (answer) {
        const told = `${answer.status} ${answer.headers['retry-after'] ?? ''}`.trim()
        this.refused.set(told, (this.refused.get(told) ?? 0) + 1)
      }
      await pause(30)
    }
  }
}
