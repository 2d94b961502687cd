import { test } from '@japa/runner'
import { sha256Hex } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { storeContent } from '#documents/actions/store_content'
import { writeDocuments } from '#documents/actions/write_documents'
import { storedContent } from '#documents/queries/content_of'
import { countOf, rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'
import { anyDocument } from './any_document.js'

const AT = new Date('2026-03-02T09:30:00Z')

const plain = (text: string) => ({ bytes: Buffer.from(text), template: null, delta: null })

const stamped = (template: string, delta: string) => ({
  bytes: Buffer.from(template + delta),
  template: { digest: sha256Hex(Buffer.from(template)), bytes: Buffer.from(template) },
  delta: Buffer.from(delta),
})

async function townWithDocuments(count: number) {
  const town = await testTown()
  const rows = Array.from({ length: count }, () => anyDocument())
  await inTown(town.id, (trx) => writeDocuments(trx, rows))
  return { town, ids: rows.map(({ id }) => id) }
}

test.group('The bytes of a document', () => {
  test('are stored once: who comes second keeps what is there', async ({ assert }) => {
    const { town, ids } = await townWithDocuments(1)
    await storeContent(town.id, ids[0]!, plain('first'), AT)
    await storeContent(town.id, ids[0]!, plain('second'), AT)
    assert.deepEqual(await storedContent(town.id, ids[0]!), {
      size: 5,
      sha256: sha256Hex(Buffer.from('first')),
      body: Buffer.from('first'),
    })
  })

  test('that were stamped are their own part only, beside a template that they share', async ({ assert }) => {
    const { town, ids } = await townWithDocuments(2)
    await Promise.all([
      storeContent(town.id, ids[0]!, stamped('letterhead ', 'one'), AT),
      storeContent(town.id, ids[1]!, stamped('letterhead ', 'two'), AT),
    ])
    assert.equal(await countOf(town.id, 'stamp_templates'), 1)
    assert.deepEqual(
      (await rowsOf(town.id, 'SELECT content FROM document_contents WHERE municipality_id = $1'))
        .map(({ content }) => content.toString())
        .sort(),
      ['one', 'two']
    )
    assert.equal((await storedContent(town.id, ids[1]!))?.body.toString(), 'letterhead two')
  })

  test('are of a document of the town, and read in no other', async ({ assert }) => {
    const { town, ids } = await townWithDocuments(1)
    await storeContent(town.id, ids[0]!, plain('first'), AT)
    const other = await testTown()
    assert.isNull(await storedContent(other.id, ids[0]!))
    assert.isNull(await storedContent(town.id, uuidv7()))
  })

  test('can be changed by nobody', async ({ assert }) => {
    const { town, ids } = await townWithDocuments(1)
    await storeContent(town.id, ids[0]!, plain('first'), AT)
    for (const change of [`UPDATE document_contents SET content = ''`, 'DELETE FROM document_contents'])
      await assert.rejects(() => rowsOf(town.id, `${change} WHERE municipality_id = $1`), /permission denied/)
  })
})
