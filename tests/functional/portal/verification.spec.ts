import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { documentsOfFiling } from '#documents/queries/documents'
import { groupCode } from '#documents/domain/verification_code'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { wordsIn } from '#tests/support/page_forms'
import { testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

async function filed(office: OpenOffice) {
  const { filingId, entryNumber } = await fileAt(office, office.procedure, {
    answers: goodAnswers(office),
    at: new Date(),
  })
  const documents = await documentsOfFiling(office.town.id, filingId)
  return { receipt: documents.find(({ kind }) => kind === 'receipt')!, entryNumber }
}

test.group('Verifying a document by its code', () => {
  test('shows anybody whose it is, its entry, and the original', async ({ assert }) => {
    const office = await openOffice()
    const { receipt, entryNumber } = await filed(office)
    const anybody = new Visitor(office.test.host)
    const page = await anybody.get(`/verify?code=${groupCode(receipt.code!)}`)
    const words = wordsIn(page.body)
    assert.equal(page.status, 200)
    assert.include(words, 'Document verified')
    assert.include(words, entryNumber)
    assert.include(words, groupCode(receipt.code!))
    const original = await anybody.get(`/verify/${receipt.code}/original`)
    assert.equal(original.status, 200)
    assert.equal(original.bytes.subarray(0, 5).toString(), '%PDF-')
    assert.include(words, createHash('sha256').update(original.bytes).digest('hex'))
    assert.include(page.body, `href="/verify/${receipt.code}/page"`)
    const asPage = await anybody.get(`/verify/${receipt.code}/page`)
    assert.include(wordsIn(asPage.body), entryNumber)
    assert.include(asPage.body, `href="/verify/${receipt.code}/original"`)
  })

  test('gives the same bytes each time', async ({ assert }) => {
    const office = await openOffice()
    const { receipt } = await filed(office)
    const anybody = new Visitor(office.test.host)
    const [first, again] = [
      await anybody.get(`/verify/${receipt.code}/original`),
      await anybody.get(`/verify/${receipt.code}/original`),
    ]
    assert.isTrue(first.bytes.equals(again.bytes))
    assert.equal(first.headers['content-length'], String(first.bytes.length))
  })

  test('reads a code as people write it: small letters, spaces, O for 0, I and L for 1', async ({
    assert,
  }) => {
    const office = await openOffice()
    const { receipt } = await filed(office)
    // A code of our own, with the letters that people take for others.
    const code = '01010101ABCDEFGH01010101'
    await inTown(office.town.id, (trx) =>
      trx.rows(`INSERT INTO verification_codes (municipality_id, code, document_id) VALUES ($1, $2, $3)`, [
        office.town.id,
        code,
        receipt.id,
      ])
    )
    const anybody = new Visitor(office.test.host)
    for (const typed of [
      'OIOLOIOLabcdefghoiolOl0i',
      ' 0l0l-0i0i-ABCD-EFGH-OI01-O1O1 ',
      '0101–0101 abcd.efgh_0101 0101',
    ])
      assert.equal((await anybody.get(`/verify?code=${encodeURIComponent(typed)}`)).status, 200, typed)
    assert.equal((await anybody.get(`/verify/${code.toLowerCase()}`)).status, 200)
  })

  test('of one that is no code says how it should look; of one that nobody has, that nobody has it', async ({
    assert,
  }) => {
    const town = await testTown()
    const anybody = new Visitor(town.host)
    for (const [code, status, words] of [
      ['', 422, 'Enter the verification code.'],
      ['abc', 422, 'The code is incomplete or has a character too many.'],
      ['U'.repeat(24), 422, 'The code is incomplete or has a character too many.'],
      ['0'.repeat(24), 404, 'No document of this council has that code.'],
    ] as const) {
      const answer = await anybody.get(`/verify?code=${code}`)
      assert.equal(answer.status, status, code)
      assert.include(wordsIn(answer.body), words)
      assert.match(answer.body, /<title>Error: /)
    }
    assert.equal((await anybody.get(`/verify/${'0'.repeat(24)}/original`)).status, 404)
    assert.equal((await anybody.get('/verify')).status, 200)
  })

  test('of another town is one that nobody here has', async ({ assert }) => {
    const office = await openOffice()
    const { receipt } = await filed(office)
    const elsewhere = new Visitor((await testTown()).host)
    assert.equal((await elsewhere.get(`/verify/${receipt.code}`)).status, 404)
    assert.equal((await elsewhere.get(`/verify/${receipt.code}/original`)).status, 404)
  })

  test('leaves an audit row for each look, and none for what is no code', async ({ assert }) => {
    const office = await openOffice()
    const { receipt } = await filed(office)
    const anybody = new Visitor(office.test.host)
    await anybody.get(`/verify/${receipt.code}`)
    await anybody.get(`/verify/${receipt.code}/original`)
    await anybody.get('/verify/nonsense')
    const rows = await auditRows(office.town.id, 'documents.verified')
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      [receipt.id, receipt.id]
    )
  })

  test('is for people who compare, not for machines that guess', async ({ assert }) => {
    const town = await testTown()
    const anybody = new Visitor(town.host)
    const statuses = []
    for (let tries = 0; tries < 61; tries++)
      statuses.push((await anybody.get(`/verify/${String(tries).padStart(24, '0')}`)).status)
    assert.deepEqual([...new Set(statuses)], [404, 429])
    assert.equal(statuses.indexOf(429), 60)
    const refused = await anybody.get(`/verify/${'0'.repeat(24)}/original`)
    assert.equal(refused.status, 429)
    assert.isAbove(Number(refused.headers['retry-after']), 0)
    assert.equal((await anybody.get('/verify')).status, 200)
  })
})
