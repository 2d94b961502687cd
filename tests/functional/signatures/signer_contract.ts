import { test } from '@japa/runner'
import { checkSignatures } from '#documents/queries/signing'
import { unwrap } from '#core/result'
import type { Signer, SigningOrder } from '#signatures/contract'
import { believed } from '#signatures/queries/believed'
import { bytesSoFar } from '#signatures/queries/circuits'
import { townById } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'
import { ASKED, requestIn, type SigningTown } from '#tests/support/signatures'
import type { TestTown } from '#tests/support/town'

/** A signer with people behind it who sign: a sandbox, or a stand-in that does as it does. */
export interface Bench {
  signer: Signer
  /** A town that may use it, and one that may not. */
  towns(): Promise<[offers: SigningTown, other: TestTown]>
  /** Somebody for whom it has no certificate; null where it makes one for whoever comes. */
  stranger: SigningOrder['officer'] | null
  /** Somebody who does not confirm it; null where nobody is asked to. */
  decliner: SigningOrder['officer'] | null
}

/** What every signer does alike. `bench` is called once for each test. */
export function behavesAsSigner(name: string, bench: () => Bench): void {
  const ready = async () => {
    const given = bench()
    const [offers, other] = await given.towns()
    const [town, elsewhere] = [(await townById(offers.id))!, (await townById(other.id))!]
    const { request, steps } = await requestIn(offers)
    const order: SigningOrder = {
      requestId: request.id,
      stepId: steps[0]!.id,
      officer: { id: offers.mayor.id, name: 'Remei Andrés Gisbert', position: 'Alcaldesa' },
      bytes: await bytesSoFar(town.id, request.id),
      field: 0,
      reason: 'Dicta la resolución',
      signedAt: ASKED,
      lines: ['Remei Andrés Gisbert', 'Alcaldesa'],
    }
    const secretary = { id: offers.secretary.id, name: 'Ferran Aparisi Donat', position: 'Secretario' }
    return { ...given, secretary, town, elsewhere, order }
  }
  const signed = async (signer: Signer, town: Town, order: SigningOrder) =>
    unwrap(await signer.sign(town, order))

  test.group(`The signer "${name}", as any`, () => {
    test('is offered to the towns that may use it alone', async ({ assert }) => {
      const { signer, town, elsewhere } = await ready()
      assert.equal(signer.name, name)
      assert.isTrue(signer.available(town))
      assert.isFalse(signer.available(elsewhere))
    })

    test('answers what it was given with one signature behind it, of that officer, and is believed', async ({
      assert,
    }) => {
      const { signer, town, order } = await ready()
      const bytes = await signed(signer, town, order)
      assert.isTrue(bytes.subarray(0, order.bytes.length).equals(order.bytes))
      const found = checkSignatures(bytes)
      assert.lengthOf(found, 1)
      assert.deepInclude(found[0], { intact: true, whole: true })
      assert.isTrue(believed(order, bytes).ok)
    })

    test('says in the signature who signs, why and when', async ({ assert }) => {
      const { signer, town, order } = await ready()
      const added = (await signed(signer, town, order)).subarray(order.bytes.length).toString('latin1')
      assert.match(added, /\/M \(D:20260302090000Z\)/)
      for (const text of [order.officer.name, order.reason])
        assert.include(added, Buffer.from(text, 'utf16le').swap16().toString('hex'))
    })

    test('signs after others, and their signatures stay', async ({ assert }) => {
      const { signer, secretary: officer, town, order } = await ready()
      const first = await signed(signer, town, order)
      const next = { ...order, officer, bytes: first, field: 1, lines: [officer.name] }
      const both = await signed(signer, town, next)
      assert.deepEqual(
        checkSignatures(both).map(({ intact }) => intact),
        [true, true]
      )
      assert.isTrue(believed(next, both).ok)
    })

    test('may be asked again, and what it answers is as good', async ({ assert }) => {
      const { signer, town, order } = await ready()
      for (const bytes of [await signed(signer, town, order), await signed(signer, town, order)])
        assert.isTrue(believed(order, bytes).ok)
    })

    test('signs at once for several, each for themselves', async ({ assert }) => {
      const { signer, secretary: officer, town, order } = await ready()
      const orders = [order, order, { ...order, officer }, { ...order, officer }]
      const all = await Promise.all(orders.map((one) => signed(signer, town, one)))
      all.forEach((bytes, i) => assert.isTrue(believed(orders[i]!, bytes).ok))
      assert.isFalse(believed(order, all[2]!).ok, 'another’s signature is not theirs')
    })

    test('signs with the certificate of whoever it is asked for, and it is taken for no other’s', async ({
      assert,
    }) => {
      const { signer, secretary: officer, town, order } = await ready()
      const bytes = await signed(signer, town, { ...order, officer })
      assert.isTrue(believed({ ...order, officer }, bytes).ok)
      assert.deepEqual(believed(order, bytes), { ok: false, error: 'not_theirs' })
    })

    test('says so where they did not confirm it, and signs nothing', async ({ assert }) => {
      const { signer, decliner, town, order } = await ready()
      if (!decliner) return assert.isTrue((await signer.sign(town, order)).ok)
      assert.deepEqual(await signer.sign(town, { ...order, officer: decliner }), {
        ok: false,
        error: 'declined',
      })
    })

    test('says so where it has no certificate for somebody', async ({ assert }) => {
      const { signer, stranger, town, order } = await ready()
      if (!stranger) return assert.isTrue((await signer.sign(town, order)).ok)
      assert.deepEqual(await signer.sign(town, { ...order, officer: stranger }), {
        ok: false,
        error: 'no_certificate',
      })
    })
  })
}
