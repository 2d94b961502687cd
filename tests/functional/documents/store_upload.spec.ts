import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { sha256Hex } from '#core/digest'
import { StoreUpload } from '#documents/actions/store_upload'
import { files } from '#documents/queries/files'
import { uploadsOfDraft } from '#documents/queries/uploads'
import { openOffice, readyDraft } from '#tests/support/filing'
import { rowsOf } from '#tests/support/rows'
import { addPerson, testTown } from '#tests/support/town'
import { PDF, uploaded } from '#tests/support/uploaded'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

async function draft() {
  const office = await openOffice()
  const { draftId } = await readyDraft(office)
  const whose = { municipalityId: office.town.id, personId: office.test.person.id, draftId }
  const store = (name: string, bytes: Buffer, more: object = {}) =>
    new StoreUpload().execute({
      ...whose,
      field: 'attachments',
      name,
      source: Readable.from([bytes]),
      limit: 1000,
      at: new Date(),
      ...more,
    })
  const kept = () => uploadsOfDraft(whose.municipalityId, draftId)
  return { office, whose, store, kept }
}

test.group('A file that is handed in', () => {
  test('is kept by its digest, under a clean name, and not yet scanned', async ({ assert }) => {
    const { whose, store, kept } = await draft()
    const stored = await store('C:\\Usuaris\\Pla <nou>.PDF', PDF)
    const sha256 = sha256Hex(PDF)
    assert.deepInclude(stored.ok && stored.value, {
      name: 'Pla _nou_.PDF',
      mediaType: 'application/pdf',
      size: PDF.length,
      sha256,
      state: 'not_scanned',
    })
    assert.lengthOf(await kept(), 1)
    assert.equal(await files().size(whose.municipalityId, sha256), PDF.length)
  })

  test('is what its bytes say, and its name must agree', async ({ assert }) => {
    const { store, kept } = await draft()
    assert.isTrue((await store('photo.png', PNG)).ok)
    for (const [name, bytes, error] of [
      ['photo.pdf', PNG, 'type_differs'],
      ['plan.png', PDF, 'type_differs'],
      ['notes.txt', Buffer.from([0xff, 0xfe, 0x00]), 'type_differs'],
      ['program.exe', Buffer.from('MZ'), 'type_refused'],
      ['page.html', Buffer.from('<script>'), 'type_refused'],
      ['nameless', PDF, 'type_refused'],
      ['empty.pdf', Buffer.alloc(0), 'empty'],
    ] as const)
      assert.deepEqual(await store(name, bytes), { ok: false, error }, name)
    assert.lengthOf(await kept(), 1)
  })

  test('is no larger than its field allows, and whole', async ({ assert }) => {
    const { whose, store, kept } = await draft()
    assert.deepEqual(await store('plan.pdf', PDF, { limit: PDF.length - 1 }), {
      ok: false,
      error: 'too_large',
    })
    const cut = new Readable({
      read() {
        this.push(PDF.subarray(0, 10))
        this.destroy(Object.assign(new Error('gone'), { code: 'ECONNRESET' }))
      },
    })
    assert.deepEqual(await store('plan.pdf', PDF, { source: cut }), { ok: false, error: 'cut_short' })
    assert.lengthOf(await kept(), 0)
    assert.isNull(await files().size(whose.municipalityId, sha256Hex(PDF)))
  })

  test('belongs to one’s own draft: a neighbour’s, and one of another town, take none', async ({
    assert,
  }) => {
    const { whose, store, kept } = await draft()
    const neighbour = await addPerson(whose.municipalityId)
    const elsewhere = await testTown()
    for (const foreign of [
      { personId: neighbour.id },
      { municipalityId: elsewhere.id },
      { draftId: crypto.randomUUID() },
    ])
      assert.deepEqual(await store('plan.pdf', PDF, foreign), { ok: false, error: 'no_draft' })
    assert.lengthOf(await kept(), 0)
  })

  test('is one of fifty at most', async ({ assert }) => {
    const { whose, store } = await draft()
    for (let count = 0; count < 50; count++) await uploaded(whose)
    assert.deepEqual(await store('plan.pdf', PDF), { ok: false, error: 'too_many' })
  }).timeout(60_000)

  test('is one of ten at most where nobody signs, and the bytes of one more are not taken', async ({
    assert,
  }) => {
    const { whose, store } = await draft()
    const codeDigest = sha256Hex('a code')
    await rowsOf(
      whose.municipalityId,
      `UPDATE drafts SET person_id = NULL, code_digest = '${codeDigest}' WHERE municipality_id = $1`
    )
    const nobody = { personId: null, codeDigest }
    for (let count = 0; count < 10; count++) assert.isTrue((await store('plan.pdf', PDF, nobody)).ok)
    assert.deepEqual(await store('foto.png', PNG, nobody), { ok: false, error: 'too_many' })
    assert.isNull(await files().size(whose.municipalityId, sha256Hex(PNG)))
  })
})
