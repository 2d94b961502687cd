import { SYSTEM } from '#audit/types'
import { unwrap } from '#core/result'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { endRequest } from '#signatures/actions/end_request'
import { lockedCircuit } from '#signatures/queries/circuits'
import type { Circuit } from '#signatures/types'
import { inTown } from '#tenancy/town_transaction'
import type { OpenOffice } from '#tests/support/filing'
import { ASKED, refuses, requestIn, signs, TWO_STEPS } from '#tests/support/signatures'
import { rowsOf } from '#tests/support/rows'

/**
 * Documents that people sign in each state: one that nobody has signed yet, one of three signatures that has its first, one
 * signed by all, one that its second signer refused, and one withdrawn. Its case waits for none of them.
 */
export async function busySignatures({ town, test }: OpenOffice, caseId: string): Promise<void> {
  const unit = {
    position: 'unit' as const,
    body: null,
    unitId: test.unitId,
    label: 'Unidad',
    reason: 'Firma',
  }
  const request = (steps = TWO_STEPS) => requestIn(test, { caseId, steps, draftedBy: test.officer.id })
  const sign = async (circuit: Circuit) =>
    unwrap(await signs(test, test.officer, circuit, ASKED, { signer: new DemoSigner() }))
  await request()
  await sign(await request([...TWO_STEPS, unit]))
  const signed = await request()
  await sign(signed)
  await sign(signed)
  const refused = await request()
  await sign(refused)
  unwrap(await refuses(test, test.officer, refused))
  const withdrawn = await request()
  await inTown(town.id, async (trx) => {
    const circuit = (await lockedCircuit(trx, withdrawn.request.id))!
    await endRequest(trx, circuit.request, 'withdrawn', { at: ASKED, moved: true, actor: SYSTEM })
  })
  await rowsOf(
    town.id,
    `DELETE FROM subscriptions WHERE municipality_id = $1 AND message = 'signature_ended'`
  )
}
