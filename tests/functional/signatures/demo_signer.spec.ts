import { X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { allSign, requestIn, signingTown } from '#tests/support/signatures'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { behavesAsSigner } from './signer_contract.js'

behavesAsSigner('demo', () => ({
  signer: new DemoSigner(),
  towns: async () => [await signingTown(), await testTown()],
  stranger: null,
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
