import { Batcher } from '#filings/registrar/batcher'
import { faultOf } from '#filings/registrar/faults'
import { earlierAnswers } from '#filings/registrar/earlier_answers'
import { writeBatch } from '#filings/registrar/write_batch'
import { ConflictError, type Member, type Written } from '#filings/registrar/member'
import { failpoint } from '#core/failpoint'
import { Counter, Histogram } from '#core/metrics'

const TRIES = 3

const filings = new Counter('finestra_filings_total', 'Filings that were registered')
const batches = new Histogram(
  'finestra_registrar_batch_size',
  'Filings that shared a commit',
  [1, 2, 4, 8, 16, 32, 64]
)
const waits = new Histogram(
  'finestra_registrar_seconds',
  'From the plan of a filing to its entry',
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
)

/** What was filed under a key answers whoever sends the same again, and nobody else. */
const answerOf = (
  earlier: { bodyDigest: string; written: Written },
  { key, bodyDigest }: Member
): Written | Error => (earlier.bodyDigest === bodyDigest ? earlier.written : new ConflictError(key))

const byKey = (a: { member: Member }, b: { member: Member }) => (a.member.key < b.member.key ? -1 : 1)

/**
 * The only road into the register. Filings of a town that arrive together are numbered and committed
 * together; nothing is acknowledged before its commit; a member that fails does not fail its neighbours.
 */
class Registrar {
  #batcher = new Batcher<Member, Written>((town, members) => this.#write(town, members))

  /**
   * @throws ConflictError when the key was used for another body
   */
  async submit(municipalityId: string, member: Member): Promise<Written> {
    const began = performance.now()
    const written = await this.#batcher.submit(municipalityId, member)
    waits.see((performance.now() - began) / 1000)
    filings.add()
    return written
  }

  async #write(town: string, members: Member[]): Promise<(Written | Error)[]> {
    const answers: (Written | Error)[] = new Array(members.length)
    // Equal keys in different order would deadlock two batches; a repeated key waits for its own turn.
    const sorted = members.map((member, index) => ({ member, index })).sort(byKey)
    const again = sorted.filter(({ member }, at) => at > 0 && member.key === sorted[at - 1]?.member.key)
    const first = sorted.filter((item) => !again.includes(item))
    const written = await this.#tryTogether(
      town,
      first.map(({ member }) => member)
    )
    first.forEach(({ index }, at) => (answers[index] = written[at] as Written | Error))
    for (const { member, index } of again) answers[index] = await this.#tryAlone(town, member)
    return answers
  }

  async #tryTogether(town: string, members: Member[]): Promise<(Written | Error)[]> {
    for (let tries = 1; ; tries++) {
      try {
        const written = await writeBatch(town, members)
        batches.see(members.length)
        await failpoint('registrar.committed')
        return written
      } catch (error) {
        const fault = faultOf(error)
        if (fault === 'retry' && tries < TRIES) continue
        if (fault === 'unknown_commit') return this.#readBack(town, members, error as Error)
        if (members.length === 1) return [await this.#settleAlone(town, members[0] as Member, error as Error)]
        return Promise.all(members.map((member) => this.#tryAlone(town, member)))
      }
    }
  }

  async #tryAlone(town: string, member: Member): Promise<Written | Error> {
    const [answer] = await this.#tryTogether(town, [member])
    return answer as Written | Error
  }

  async #settleAlone(town: string, member: Member, error: Error): Promise<Written | Error> {
    if (faultOf(error) !== 'duplicate') return error
    const [earlier] = await earlierAnswers(town, [member.key])
    return earlier ? answerOf(earlier, member) : error
  }

  /** The answer to "did it commit?" is in the database, under the key. */
  async #readBack(town: string, members: Member[], error: Error): Promise<(Written | Error)[]> {
    const found = await earlierAnswers(
      town,
      members.map(({ key }) => key)
    )
    return members.map((member) => {
      const earlier = found.find(({ key }) => key === member.key)
      return earlier ? answerOf(earlier, member) : error
    })
  }
}

export const registrar = new Registrar()
