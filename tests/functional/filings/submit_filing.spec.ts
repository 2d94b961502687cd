import { test } from '@japa/runner'
import { checkSeal } from '#documents/seal/check_seal'
import { documentByCode, documentsOfFiling } from '#documents/queries/documents'
import { contentOf } from '#documents/queries/content_of'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom, goodAnswers, openOffice, readyDraft, type OpenOffice } from '#tests/support/filing'

const submit = (
  office: OpenOffice,
  { draftId, version }: { draftId: string; version: number },
  at = new Date(),
  moved = false
) =>
  new SubmitFiling().execute({
    town: office.town,
    citizen: citizenFrom(office.test.person),
    draftId,
    version,
    at,
    moved,
  })

const count = async ({ town }: OpenOffice, table: string) => {
  const [row] = await inTown(town.id, (trx) =>
    trx.rows<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE municipality_id = $1`, [town.id])
  )
  return row!.count
}

test.group('Filing a draft', () => {
  test('gives an entry, a case, an audit row and two documents, and leaves no draft', async ({ assert }) => {
    const office = await openOffice()
    const result = await submit(office, await readyDraft(office))
    if (!result.ok) return assert.fail(JSON.stringify(result.error))
    assert.match(result.value.entryNumber, /^\d{4}-E-RE-000001$/)
    for (const [table, rows] of Object.entries({
      filings: 1,
      case_files: 1,
      register_entries: 1,
      documents: 2,
      verification_codes: 2,
      drafts: 0,
    }))
      assert.equal(await count(office, table), rows, table)
    const audited = await auditRows(office.town.id, 'filings.submitted')
    assert.deepEqual(
      audited.map(({ actor, subject }) => ({ actor, subject })),
      [{ actor: office.test.person.id, subject: result.value.filingId }]
    )
  })

  test('answers the same when it is asked again, and registers once', async ({ assert }) => {
    const office = await openOffice()
    const draft = await readyDraft(office)
    const first = await submit(office, draft)
    const second = await submit(office, draft)
    assert.isTrue(first.ok)
    assert.deepEqual(second, first)
    assert.equal(await count(office, 'register_entries'), 1)
  })

  test('answers the same to ten who press at once', async ({ assert }) => {
    const office = await openOffice()
    const draft = await readyDraft(office)
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(office, draft)))
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.isTrue(answers[0]?.ok)
    assert.equal(await count(office, 'register_entries'), 1)
  })

  test('refuses the same draft with another version once it was filed', async ({ assert }) => {
    const office = await openOffice()
    const draft = await readyDraft(office)
    await submit(office, draft)
    const other = await submit(office, { ...draft, version: draft.version + 1 })
    assert.deepEqual(other, { ok: false, error: { kind: 'conflict' } })
  })

  test('refuses what has changed since the person looked, and keeps the draft', async ({ assert }) => {
    const office = await openOffice()
    const { draftId, version } = await readyDraft(office)
    assert.deepEqual(await submit(office, { draftId, version: version - 1 }), {
      ok: false,
      error: { kind: 'changed' },
    })
    assert.equal(await count(office, 'drafts'), 1)
  })

  test('refuses answers that the form refuses, names them, and writes nothing', async ({ assert }) => {
    const office = await openOffice()
    const { declaration: _declaration, ...answers } = goodAnswers(office)
    const result = await submit(office, await readyDraft(office, { answers }))
    assert.isFalse(result.ok)
    if (!result.ok)
      assert.equal(result.error.kind === 'invalid' && result.error.issues[0]?.name, 'declaration')
    assert.equal(await count(office, 'register_entries'), 0)
    assert.equal(await count(office, 'drafts'), 1)
  })

  test('of somebody else is as absent as none', async ({ assert }) => {
    const office = await openOffice()
    const draft = await readyDraft(office)
    const stranger = { ...citizenFrom(office.test.person), personId: crypto.randomUUID() }
    const result = await new SubmitFiling().execute({
      town: office.town,
      citizen: stranger,
      ...draft,
      at: new Date(),
    })
    assert.deepEqual(result, { ok: false, error: { kind: 'no_draft' } })
  })

  test('numbers fifty that arrive together from 1 to 50', async ({ assert }) => {
    const office = await openOffice()
    const drafts = await Promise.all(Array.from({ length: 50 }, () => readyDraft(office)))
    const answers = await Promise.all(drafts.map((draft) => submit(office, draft)))
    const numbers = answers
      .map((answer) => (answer.ok ? Number(answer.value.entryNumber.slice(-6)) : 0))
      .sort((a, b) => a - b)
    assert.deepEqual(
      numbers,
      Array.from({ length: 50 }, (_, index) => index + 1)
    )
  })

  test('gives a receipt that its seal proves, found by its code, the same whenever it is fetched', async ({
    assert,
  }) => {
    const office = await openOffice()
    const { draftId, version } = await readyDraft(office)
    await submit(office, { draftId, version })
    const documents = await documentsOfFiling(office.town.id, draftId)
    const receipt = documents.find(({ kind }) => kind === 'receipt')!
    const first = await contentOf(office.town.id, receipt)
    const again = await contentOf(office.town.id, receipt)
    assert.equal(first.sha256, again.sha256)
    const { intact, whole } = checkSeal(first.body as Buffer)
    assert.deepEqual({ intact, whole }, { intact: true, whole: true })
    assert.equal((await documentByCode(office.town.id, receipt.code!))?.id, receipt.id)
  })
})
