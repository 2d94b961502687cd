import { test } from '@japa/runner'
import type { EvidenceAnswer, EvidenceQuery, EvidenceSource } from '#exchange/contract'
import { keepOf } from '#exchange/index'
import { townById } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'
import { questionAbout } from '#tests/support/exchange'
import type { TestTown } from '#tests/support/town'

/** A source with people behind it, or its sandbox: who they are, and how it is shut. */
export interface Bench {
  source: EvidenceSource
  /** A town that may ask it, and one that may not. */
  towns(): Promise<[asks: TestTown, other: TestTown]>
  /** Somebody it knows, who lives with a minor; somebody it doesn't know; somebody it has twice; null if it never has. */
  people: Record<'known' | 'unknown', EvidenceQuery['subject']> & { twice: EvidenceQuery['subject'] | null }
  /** Shuts it for the town, or has it take longer than anybody waits. */
  shut(town: Town): void
  slow(town: Town): void
}

const PATIENT_MS = 5_000

/** What every source alike does. `bench` is called once for each test. */
export function behavesAsSource(name: string, bench: () => Bench): void {
  const ready = async () => {
    const given = bench()
    const [asks, other] = await given.towns()
    const [town, elsewhere] = [(await townById(asks.id))!, (await townById(other.id))!]
    const ask = (subject: EvidenceQuery['subject'], more: Partial<EvidenceQuery> = {}, ms = PATIENT_MS) =>
      given.source.ask(town, questionAbout(subject, more), AbortSignal.timeout(ms))
    return { ...given, town, elsewhere, ask }
  }
  const kept = (answer: EvidenceAnswer, subject: EvidenceQuery['subject'], scope: 'person' | 'household') =>
    answer.outcome === 'found' ? keepOf('residence', answer.data, { subject, scope, on: '2026-03-02' }) : null

  test.group(`The source "${name}", as any`, () => {
    test('is asked by the towns that may, for what it says it knows', async ({ assert }) => {
      const { source, town, elsewhere } = await ready()
      assert.equal(source.name, name)
      assert.isNotEmpty(source.services)
      assert.isTrue(source.available(town))
      assert.isFalse(source.available(elsewhere))
    })

    test('tells of who is there what the service can read, with a number of its own', async ({ assert }) => {
      const { people, ask } = await ready()
      const answer = await ask(people.known)
      assert.equal(answer.outcome, 'found')
      assert.isString(answer.reference)
      assert.deepInclude(kept(answer, people.known, 'person'), { nameAgrees: true, members: [] })
    })

    test('tells nobody else’s data where one person is asked for', async ({ assert }) => {
      const { people, ask } = await ready()
      const answer = await ask(people.known, { scope: 'person' })
      const { members = [] } = answer.outcome === 'found' ? answer.data : {}
      assert.deepEqual(members, [])
    })

    test('tells who lives there where a household is asked for, minors too', async ({ assert }) => {
      const { people, ask } = await ready()
      const data = kept(await ask(people.known, { scope: 'household' }), people.known, 'household')
      const members = data!['members'] as { identifier: string | null }[]
      assert.equal(members[0]?.identifier, people.known.identifier)
      assert.isAbove(members.length, 1)
      assert.isTrue(members.some(({ identifier }) => identifier === null))
    })

    test('says of who is not there that they are not, which is an answer', async ({ assert }) => {
      const { people, ask } = await ready()
      assert.equal((await ask(people.unknown)).outcome, 'not_found')
    })

    test('chooses nobody where several are meant', async ({ assert }) => {
      const { people, ask } = await ready()
      if (people.twice) assert.equal((await ask(people.twice)).outcome, 'several')
      else assert.equal((await ask(people.unknown)).outcome, 'not_found')
    })

    test('answers plain data: what it says survives being written down', async ({ assert }) => {
      const { people, ask } = await ready()
      const answer = await ask(people.known, { scope: 'household' })
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer)
    })

    test('rejects while it is shut, and never says that nobody is there', async ({ assert }) => {
      const { people, ask, shut, town } = await ready()
      shut(town)
      await assert.rejects(() => ask(people.known))
      await assert.rejects(() => ask(people.unknown))
    })

    test('lets go of a question that nobody waits for any more', async ({ assert }) => {
      const { people, ask, slow, town } = await ready()
      slow(town)
      const begun = Date.now()
      await assert.rejects(() => ask(people.known, {}, 50))
      assert.isBelow(Date.now() - begun, 2_000)
    })
  })
}
