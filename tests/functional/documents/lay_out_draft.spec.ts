import { test } from '@japa/runner'
import { layOutDraft } from '#documents/actions/lay_out_draft'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { checkSignatures } from '#documents/seal/check_seal'
import { groupCode } from '#documents/domain/verification_code'
import { townById } from '#tenancy/queries/towns'
import { testTown } from '#tests/support/town'
import { fileOf, missing, run, wordsOf } from '../../unit/documents/support.ts'

const AT = '2026-03-02T09:30:00.000Z'

test.group('A draft that is to be signed', () => {
  test('has the letterhead and the code that it will have, a field for each row, and no signature yet', async ({
    assert,
  }) => {
    const town = (await townById((await testTown()).id))!
    const code = newVerificationCode(Date.parse(AT))
    const rows = ['Alcaldia', 'Secretaria'].map((label) => ({ label, reason: `per ${label}`, signed: [] }))
    const sheet = {
      language: 'ca',
      title: 'Resolució',
      blocks: [{ kind: 'signatures' as const, title: 'Firmes', rows }],
    }
    const bytes = await layOutDraft({ town, sheet, code, createdAt: AT })
    assert.deepEqual(checkSignatures(bytes), [])
    assert.equal(bytes.toString('latin1').match(/\/FT \/Sig/g)?.length, 3)
    const words = wordsOf(bytes)
    for (const said of ['Vila de Prova', groupCode(code), 'Alcaldia', 'per Secretaria'])
      assert.include(words, said)
    assert.equal(run('qpdf', '--check', fileOf(bytes)).status, 0)
  }).skip(missing('pdftotext', 'qpdf'), 'pdftotext or qpdf is not installed')
})
