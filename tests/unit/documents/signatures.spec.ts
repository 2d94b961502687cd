import type { X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import type { Block } from '#documents/domain/sheet'
import { renderPdf, type PdfJob } from '#documents/pdf/render'
import { checkSignatures } from '#documents/seal/check_seal'
import { cmsSigner } from '#documents/seal/cms'
import { issueDemoEmployee } from '#documents/seal/demo_authority'
import { sealFromPem } from '#documents/seal/seal_key'
import { signField } from '#documents/seal/signature_fields'
import { demo, fileOf, letterhead, missing, receiptJob, run, signer as seal } from './support.ts'

const rows = [
  { label: 'Alcaldía', reason: 'Resuelve (Ley 40/2015, artículo 42)', signed: [] },
  { label: 'Secretaría', reason: 'Da fe (Real Decreto 128/2018, artículo 3)', signed: [] },
]

const draft = (above: Block[] = [{ kind: 'paragraph', text: 'Se concede.' }]): Promise<Buffer> => {
  const job: PdfJob = {
    ...receiptJob(),
    letterhead,
    sheet: {
      language: 'es',
      title: 'Resolución',
      blocks: [...above, { kind: 'signatures', title: 'Firmas', rows }],
    },
  }
  return renderPdf(job)
}

async function employee(name: string, position: string) {
  const town = { name: 'Vallclara', nif: 'P4699900A' }
  const { certificate, privateKey } = await issueDemoEmployee(
    demo.authority,
    town,
    { name, position },
    new Date()
  )
  return cmsSigner(sealFromPem(privateKey, certificate + demo.authority.certificate))
}

const AT = '2026-11-27T17:32:11.000Z'

/** Both sign, and the town seals. Answers the bytes after each. */
async function signed(above?: Block[]): Promise<Buffer[]> {
  const bytes = [await draft(above)]
  const people = [
    ['Remei Andrés Gisbert', 'Alcaldesa'],
    ['Łucja Gonçàlez i Ñúñez', 'Secretaria'],
  ] as const
  for (const [i, [name, position]] of people.entries()) {
    const facts = { name, signedAt: AT, reason: rows[i]!.reason }
    const lines = [name, position, 'Firmado el 27 de noviembre de 2026 a las 18:32:11']
    bytes.push(signField(bytes.at(-1)!, i, await employee(name, position), facts, lines))
  }
  const facts = { name: letterhead.name, signedAt: AT, reason: 'Sello' }
  return [...bytes, signField(bytes.at(-1)!, 'seal', seal, facts)]
}

/** What a page shows, its fields included. */
function wordsShown(pdf: Uint8Array, page: number): string {
  const flat = fileOf('')
  run('qpdf', '--flatten-annotations=all', fileOf(pdf), flat)
  return run('pdftotext', '-f', String(page), '-l', String(page), '-layout', flat, '-').said
}

test.group('A document that people sign', () => {
  test('keeps every signature, each over the bytes that the one before it left, and the seal over all', async ({
    assert,
  }) => {
    const all = await signed()
    for (const [i, bytes] of all.slice(1).entries()) {
      assert.isTrue(bytes.subarray(0, all[i]!.length).equals(all[i]!))
      const found = checkSignatures(bytes)
      assert.lengthOf(found, i + 1)
      assert.isTrue(found.every(({ intact }) => intact))
      assert.isTrue(found.at(-1)!.whole)
    }
    const holders = checkSignatures(all.at(-1)!).map(
      ({ certificate }) => (certificate as X509Certificate).subject
    )
    for (const [i, name] of ['REMEI ANDRÉS GISBERT', 'ŁUCJA GONÇÀLEZ I ÑÚÑEZ', 'SELLO ELECTRONICO'].entries())
      assert.include(holders[i], name)
  })

  test('is no longer what was signed when any byte of it is another', async ({ assert }) => {
    const whole = (await signed()).at(-1)!
    const sealed = whole.lastIndexOf(' /Contents <')
    for (let at = 7; at < sealed; at += Math.ceil(sealed / 40)) {
      const touched = Buffer.from(whole)
      touched[at]! ^= 1
      const found = checkSignatures(touched)
      const holds = found.length === 3 && found.every(({ intact }) => intact) && found.at(-1)!.whole
      assert.isFalse(holds, `byte ${at}`)
    }
  })

  test('is believed by two other programs, and by neither when a byte is another', async ({ assert }) => {
    const whole = (await signed()).at(-1)!
    assert.equal(run('qpdf', '--check', fileOf(whole)).status, 0)
    const said = run('pdfsig', '-nocert', fileOf(whole)).said
    assert.equal(said.match(/Signature is Valid/g)?.length, 3, said)
    for (const text of ['REMEI ANDRÉS GISBERT', 'Signature1', 'Signature2', 'Seal'])
      assert.include(said, text)
    const touched = Buffer.from(whole)
    touched[touched.indexOf('/Producer') + 12]! ^= 1
    assert.notInclude(run('pdfsig', '-nocert', fileOf(touched)).said, 'Signature is Valid')
  }).skip(missing('qpdf', 'pdfsig'), 'qpdf or pdfsig is not installed')

  test('shows who signed, as what and when, in letters that its fonts have', async ({ assert }) => {
    const words = wordsShown((await signed()).at(-1)!, 1)
    for (const text of ['Remei Andrés Gisbert', 'Alcaldesa', 'Łucja Gonçàlez i Ñúñez', 'a las 18:32:11'])
      assert.include(words, text)
  }).skip(missing('qpdf', 'pdftotext'), 'qpdf or pdftotext is not installed')

  test('shows signatures on the page to which they were pushed', async ({ assert }) => {
    const long = Array.from({ length: 20 }, (_, i): Block => ({
      kind: 'paragraph',
      text: `Párrafo ${i}. `.repeat(14),
    }))
    const second = wordsShown((await signed(long)).at(-1)!, 2)
    assert.include(second, 'Firmas')
    assert.include(second, 'Remei Andrés Gisbert')
  }).skip(missing('qpdf', 'pdftotext'), 'qpdf or pdftotext is not installed')

  test('takes no second signature in one field', async ({ assert }) => {
    const [, once] = await signed()
    const facts = { name: 'x', signedAt: AT, reason: 'x' }
    assert.throws(() => signField(once!, 0, seal, facts), /signed already/)
  })
})
