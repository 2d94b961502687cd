import { spawnSync } from 'node:child_process'
import { randomBytes, X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import { BindSeal } from '#documents/actions/bind_seal'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { sealOf } from '#documents/queries/seal'
import { auditRows } from '#tests/support/audit_rows'
import { organSeal, PASSPHRASE } from '#tests/support/organ_seal'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

const TAX_NUMBER = 'P4600000A'
const openssl = spawnSync('openssl', ['version']).status === 0

const bind = (id: string, file: Uint8Array, more: { passphrase?: string; at?: Date } = {}) =>
  new BindSeal().execute(
    { id, taxNumber: TAX_NUMBER },
    { file, passphrase: PASSPHRASE, at: new Date(), ...more }
  )

const sealsOf = (townId: string) =>
  rowsOf<{ active: boolean; certificate: string; key: string }>(
    townId,
    `SELECT active, certificate, private_key AS key FROM seals WHERE municipality_id = $1 ORDER BY id`
  )

test.group('A real organ seal', (group) => {
  group.tap((one) => one.skip(!openssl, 'openssl is not installed'))

  test('seals from its binding on, in the place of the one before; its key is encrypted', async ({
    assert,
  }) => {
    const town = await testTown()
    await new IssueDemoSeal().execute(town.id, { name: 'Vila', taxNumber: TAX_NUMBER })
    const before = await sealOf(town.id)
    const bound = await bind(town.id, organSeal(TAX_NUMBER))
    assert.isTrue(bound.ok)
    const seals = await sealsOf(town.id)
    assert.deepEqual(
      seals.map(({ active }) => active),
      [false, true]
    )
    assert.include(new X509Certificate(seals[1]!.certificate).subject, TAX_NUMBER)
    assert.notInclude(seals[1]!.key, 'PRIVATE KEY')
    assert.notEqual(await sealOf(town.id), before)
    assert.isNotEmpty((await sealOf(town.id)).sign(randomBytes(32)))
    assert.lengthOf(await auditRows(town.id, 'documents.seal_bound'), 2)
  })

  test('is refused with a wrong password, and where it is no seal at all', async ({ assert }) => {
    const town = await testTown()
    const file = organSeal(TAX_NUMBER)
    assert.deepEqual(await bind(town.id, file, { passphrase: 'wrong' }), { ok: false, error: 'unreadable' })
    assert.deepEqual(await bind(town.id, Buffer.from('%PDF-')), { ok: false, error: 'unreadable' })
    assert.isEmpty(await sealsOf(town.id))
    assert.isEmpty(await auditRows(town.id, 'documents.seal_bound'))
  })

  test('is refused when its certificate is of another body, or its time is over', async ({ assert }) => {
    const town = await testTown()
    const file = organSeal('P4699999J')
    assert.deepEqual(await bind(town.id, file), { ok: false, error: 'of_another' })
    const later = new Date(Date.now() + 400 * 86_400_000)
    assert.deepEqual(await bind(town.id, organSeal(TAX_NUMBER), { at: later }), { ok: false, error: 'not_valid_now' }) // prettier-ignore
  })

  test('is refused when documents are not sealed with its kind of key', async ({ assert }) => {
    const town = await testTown()
    const bound = await bind(town.id, organSeal(TAX_NUMBER, ['-newkey', 'ed25519']))
    assert.deepEqual(bound, { ok: false, error: 'unfit' })
    assert.isEmpty(await sealsOf(town.id))
  })
})
