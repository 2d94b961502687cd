import { test } from '@japa/runner'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { pressSheet, type PressOrder } from '#documents/actions/press_sheet'
import { checkSeal } from '#documents/seal/check_seal'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { townById } from '#tenancy/queries/towns'
import { testTown } from '#tests/support/town'
import { fileOf, missing, run } from '../../unit/documents/support.ts'

const imagesOf = (pdf: Uint8Array) => run('pdfimages', '-list', fileOf(pdf)).said

const AT = '2026-03-02T09:30:00.000000Z'

async function order(text: string, sealed = true): Promise<PressOrder> {
  const { id } = await testTown()
  if (sealed) await new IssueDemoSeal().execute(id, { name: 'Vila de Prova', taxNumber: 'P4600000A' })
  return {
    town: (await townById(id))!,
    sheet: { language: 'ca', title: 'Resolució', blocks: [{ kind: 'paragraph', text }] },
    code: newVerificationCode(Date.parse(AT)),
    entry: { kind: 'outgoing', number: '2026-S-RE-000007', recordedAt: AT },
    createdAt: AT,
  }
}

test.group('A sheet that is pressed', () => {
  test('is a PDF that its town has sealed, and one changed byte shows', async ({ assert }) => {
    const { bytes } = await pressSheet(await order('Es repara la farola.'))
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
    const { intact, whole, certificate } = checkSeal(bytes)
    assert.deepEqual([intact, whole], [true, true])
    assert.include(certificate!.subject, 'P4600000A')
    const touched = Buffer.from(bytes)
    touched[touched.indexOf('obj') + 5]! ^= 1
    assert.isFalse(checkSeal(touched).intact)
  })

  test('in letters that the stamp lacks takes the slow road, with the same facts', async ({ assert }) => {
    const stamped = await pressSheet(await order('Es repara la farola.'))
    const printed = await pressSheet(await order('Es repara la farola: Ωμέγα.'))
    assert.isNotNull(stamped.delta)
    assert.isNull(printed.delta)
    assert.deepInclude(checkSeal(printed.bytes), { intact: true, whole: true })
  })

  test('carries the coat of arms of its town on either road', async ({ assert }) => {
    for (const text of ['Es repara la farola.', 'Es repara la farola: Ωμέγα.']) {
      const given = await order(text)
      const images = imagesOf((await pressSheet(given)).bytes)
      assert.match(images, /image\s+288\s+336/)
      const { settings } = given.town
      const bare = { ...given, town: { ...given.town, settings: { ...settings, print: '../../secret.png' } } }
      assert.notMatch(imagesOf((await pressSheet(bare)).bytes), /image\s+288/)
    }
  }).skip(missing('pdfimages'), 'pdfimages is not installed')

  test('needs a seal: a town without one presses nothing', async ({ assert }) => {
    const unsealed = await order('x', false)
    await assert.rejects(() => pressSheet(unsealed), /no electronic seal/)
  })
})
