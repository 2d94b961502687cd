import { X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { err } from '#core/result'
import type { SigningOrder } from '#signatures/contract'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { allSign, requestIn, signingTown } from '#tests/support/signatures'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { behavesAsSigner } from './signer_contract.js'

behavesAsSigner('demo', () => ({
  signer: new DemoSigner(),
  towns: async () => [await signingTown(), await testTown()],
  stranger: null,
  decliner: null,
}))

/** As those behave that have people behind them: one has no certificate, another does not confirm. */
const [STRANGER, DECLINER] = ['Ningú Conegut', 'Qui No Confirma'].map((name) => ({
  id: uuidv7(),
  name,
  position: 'Tècnic',
})) as [SigningOrder['officer'], SigningOrder['officer']]
const demo = new DemoSigner()

behavesAsSigner('sandbox', () => ({
  signer: {
    name: 'sandbox',
    available: demo.available,
    sign: async (town, order) => {
      if (order.officer.id === STRANGER.id) return err('no_certificate')
      return order.officer.id === DECLINER.id ? err('declined') : demo.sign(town, order)
    },
  },
  towns: async () => [await signingTown(), await testTown()],
  stranger: STRANGER,
  decliner: DECLINER,
}))

test.group('The demonstration signer', () => {
  test('has a certificate for each officer, by an authority that says it is worth nothing in law', async ({
    assert,
  }) => {
    const town = await signingTown()
    const { signatures } = await allSign(town, await requestIn(town))
    await allSign(town, await requestIn(town))
    const kept = await rowsOf(
      town.id,
      `SELECT certificate, private_key AS key FROM demo_certificates WHERE municipality_id = $1`
    )
    assert.lengthOf(kept, 2)
    const [authority] = await rowsOf(
      town.id,
      `SELECT certificate, private_key AS key FROM demo_authorities WHERE municipality_id = $1`
    )
    const issuer = new X509Certificate(authority.certificate)
    assert.include(issuer.subject, 'no legal value')
    for (const { certificate, officerId } of signatures) {
      const own = new X509Certificate(certificate)
      assert.isTrue(own.verify(issuer.publicKey))
      assert.include(
        own.subject,
        officerId === town.mayor.id ? 'REMEI ANDRÉS GISBERT' : 'FERRAN APARISI DONAT'
      )
    }
    for (const { key } of [authority, ...kept]) assert.notInclude(key, 'PRIVATE KEY')
  })
})
