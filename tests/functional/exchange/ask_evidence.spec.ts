import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { AskEvidence } from '#exchange/actions/ask_evidence'
import type { EvidenceAnswer, EvidenceQuery } from '#exchange/contract'
import { inTown } from '#tenancy/town_transaction'
import { townById } from '#tenancy/queries/towns'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, familyOf, foundIn, hears, questionAbout } from '#tests/support/exchange'
import { rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'

const asks = async (town: TestTown, given: Partial<EvidenceQuery> = {}, patienceMs = 5_000) =>
  new AskEvidence(patienceMs).execute({
    town: (await townById(town.id))!,
    caseId: uuidv7(),
    key: 'ask:1',
    question: questionAbout(town.person, given),
    on: '2026-03-02',
    at: ASKED,
    moved: true,
  })

const queries = (town: TestTown) =>
  rowsOf<Record<string, any>>(
    town.id,
    `SELECT * FROM evidence_queries WHERE municipality_id = $1 ORDER BY id`
  )

const answers = (town: TestTown) =>
  rowsOf<Record<string, any>>(
    town.id,
    `SELECT * FROM evidence_answers WHERE municipality_id = $1 ORDER BY query_id`
  )

test.group('A question to a register', () => {
  test('is written down and committed before it leaves: for whom, what for, by which law, in which case', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    let before: Record<string, any>[] = []
    hears(town.id, async () => {
      // Another town's transaction could not be begun inside one of this town.
      await inTown(other.id, (trx) => trx.rows(`SELECT 1`))
      before = await queries(town)
      return foundIn(familyOf(town.person.identifier))
    })
    const { queryId } = await asks(town)
    assert.lengthOf(before, 1)
    assert.deepInclude(before[0], {
      id: queryId,
      service: 'residence',
      source: 'told',
      subject: town.person.identifier,
      scope: 'person',
      purpose: 'Volante de empadronamiento',
      authority: 'law',
      article: 'Ley 7/1985, art. 16.1',
      procedure: 'residence-slip',
      unit: 'Atención a la ciudadanía',
      asked_at: ASKED,
    })
    const [act] = await auditRows(town.id, 'exchange.asked')
    assert.equal(act?.subject, queryId)
    assert.notInclude(
      JSON.stringify(act),
      town.person.identifier,
      'the trail is read by more people than the case'
    )
  })

  test('brings what the case may keep, and leaves the writing down to whoever asked', async ({ assert }) => {
    const town = await testTown()
    hears(town.id, async () => foundIn(familyOf(town.person.identifier)))
    const { answer, data } = await asks(town, { scope: 'household' })
    assert.equal(answer.outcome, 'found')
    assert.lengthOf(data!['members'] as object[], 3)
    assert.notInclude(JSON.stringify(data), '33445566R')
    assert.deepEqual(await answers(town), [])
  })

  for (const answer of [
    { outcome: 'not_found', reference: 'A' },
    { outcome: 'several', reference: null },
    { outcome: 'refused', reference: 'B', reason: 'protected' },
  ] satisfies EvidenceAnswer[])
    test(`may be answered by no data: ${answer.outcome}`, async ({ assert }) => {
      const town = await testTown()
      hears(town.id, async () => answer)
      assert.deepInclude(await asks(town), { answer, data: null })
    })

  for (const [title, hear] of Object.entries({
    'is shut': async () => {
      throw new Error(`no connection for 12345678Z`)
    },
    'never answers': () => new Promise<EvidenceAnswer>(() => {}),
    'answers what nobody can read': async () =>
      ({ outcome: 'found', reference: null, data: { street: 'x' } }) as EvidenceAnswer,
  }))
    test(`that ${title} is kept as unavailable, and the fault names nobody`, async ({ assert }) => {
      const town = await testTown()
      hears(town.id, hear)
      const fault = await asks(town, {}, 100).then(
        () => null,
        (error: Error) => error
      )
      assert.equal(fault?.name, 'UnavailableError')
      assert.match(fault?.message ?? '', /^told did not answer/)
      assert.notInclude(`${fault?.message} ${fault?.stack}`, '12345678Z')
      const [query] = await queries(town)
      const [row] = await answers(town)
      assert.deepInclude(row, { query_id: query!['id'], outcome: 'unavailable', digest: null })
    })

  test('of a town that has nobody to ask is not asked at all', async ({ assert }) => {
    const town = await testTown()
    await assert.rejects(() => asks(town), /has nobody to ask/)
    assert.deepEqual(await queries(town), [])
  })

  test('is its town’s: another hears nothing of it', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    hears(town.id, async () => ({ outcome: 'not_found', reference: null }))
    await asks(town)
    assert.deepEqual(await queries(other), [])
    await assert.rejects(() => asks(other), /has nobody to ask/)
  })
})
