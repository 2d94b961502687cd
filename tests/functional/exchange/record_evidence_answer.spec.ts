import { test } from '@japa/runner'
import { appendAudit } from '#audit/actions/append_audit'
import { digestOf } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { AskEvidence } from '#exchange/actions/ask_evidence'
import { recordEvidenceAnswer } from '#exchange/actions/record_evidence_answer'
import type { EvidenceAnswer } from '#exchange/contract'
import { inTown } from '#tenancy/town_transaction'
import { townById } from '#tenancy/queries/towns'
import { auditRows } from '#tests/support/audit_rows'
import { ASKED, familyOf, foundIn, hears, questionAbout } from '#tests/support/exchange'
import { countOf, rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'

async function asked(town: TestTown, { caseId = uuidv7(), key = 'ask:1' } = {}) {
  const found = foundIn(familyOf(town.person.identifier))
  hears(town.id, async () => found)
  const given = { caseId, key, on: '2026-03-02', at: ASKED }
  const question = questionAbout(town.person)
  const { queryId } = await new AskEvidence().execute({
    ...given,
    town: (await townById(town.id))!,
    question,
  })
  return { queryId, caseId, key, found }
}

const record = (town: TestTown, query: Awaited<ReturnType<typeof asked>>, answer: EvidenceAnswer | null) =>
  inTown(town.id, async (trx) =>
    appendAudit(trx, [await recordEvidenceAnswer(trx, query, answer, ASKED)], ASKED)
  )

test.group('What came of a question', () => {
  test('is kept by its digest, with the number of the other side, and none of the data', async ({
    assert,
  }) => {
    const town = await testTown()
    const query = await asked(town)
    await record(town, query, query.found)
    const [row] = await rowsOf(town.id, `SELECT * FROM evidence_answers WHERE municipality_id = $1`)
    assert.deepInclude(row, { outcome: 'found', reference: 'PMH-1', digest: digestOf(query.found) })
    const [act] = await auditRows(town.id, 'exchange.answered')
    assert.equal(act?.subject, query.queryId)
    for (const secret of [town.person.identifier, 'Prova Ferrer', 'Carrer de la Prova'])
      assert.notInclude(JSON.stringify([row, act]), secret)
  })

  test('takes effect once in a step of a case, however often it was asked', async ({ assert }) => {
    const town = await testTown()
    const first = await asked(town)
    const second = await asked(town, first)
    await record(town, first, first.found)
    await assert.rejects(() => record(town, second, second.found), /evidence_answers_once/)
    await record(town, second, null)
    await assert.rejects(() => record(town, first, null), /evidence_answers_key/)
    assert.equal(await countOf(town.id, 'evidence_answers'), 2)
  })

  test('is its town’s, and nobody changes it', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const query = await asked(town)
    await assert.rejects(() => record(other, query, query.found), /evidence_answers_query/)
    await record(town, query, query.found)
    for (const sql of [`UPDATE evidence_answers SET outcome = 'not_found'`, `DELETE FROM evidence_answers`])
      await assert.rejects(
        () => inTown(town.id, (trx) => trx.rows(`${sql} WHERE municipality_id = $1`, [town.id])),
        /permission denied/
      )
  })
})
