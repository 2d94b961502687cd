import { test } from '@japa/runner'
import type { Block } from '#documents/domain/sheet'
import { wordsOfSheet } from '#documents/domain/sheet_words'
import { renderPdf } from '#documents/pdf/render'
import { checkSeal } from '#documents/seal/check_seal'
import { pressPdf } from '#documents/stamp/press'
import { Stamp, wholePdf } from '#documents/stamp/stamp'
import {
  fileOf,
  letterhead,
  missing,
  receipt,
  receiptJob,
  run,
  signer,
  VERIFY,
  wordsOf,
  writingIn,
} from './support.ts'
import { fixedImprint } from '#documents/domain/make_imprint'

const stampIn = (language: string) =>
  new Stamp({ letterhead, language, imprint: fixedImprint(VERIFY, writingIn(language)) })

/** What Law 39/2015, art. 16.3 and RD 203/2021, art. 40 want a receipt to say. */
const FACTS = [
  'Ajuntament de Vallclara',
  '2026-E-RE-000123',
  '21 de noviembre de 2026, 19:32:11',
  '23 de noviembre de 2026, 00:00:00',
  'Núria Peris i Català (NIF 99999999R)',
  'Carles Ferrer i Gómez (NIF 00000000T)',
  'Alumbrado de la calle Mayor: farolas apagadas entre los números 12 y 30',
  'Servicios urbanos',
  `Huella de los datos SHA-256 ${'ef56'.repeat(16)}`,
  'foto-farola.jpg',
  '1,2 MB',
  `SHA-256 ${'ab12'.repeat(16)}`,
  'Plano de situación (versión 2).pdf',
  `SHA-256 ${'cd34'.repeat(16)}`,
  '0FX2-11KQ-7ABC-D012-3456-789J',
  VERIFY,
  'Página 1 de 1',
  '21/11/2026 19:32:11',
]

test.group('A stamped receipt', () => {
  const stamp = stampIn('es')

  test('says all that the law asks, and so does the one that pdfmake lays out', async ({ assert }) => {
    const job = receiptJob()
    const stamped = wordsOf(wholePdf((await stamp.press(job, signer))!))
    const laidOut = wordsOf(await renderPdf({ ...job, letterhead }))
    for (const fact of FACTS) {
      assert.include(stamped, fact)
      assert.include(laidOut, fact)
    }
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('says every word of every kind of block, on the fast road as on the other', async ({ assert }) => {
    const facts = [{ label: 'Etiqueta', value: 'Dato' }]
    const columns = [
      { label: 'Quién', share: 2 },
      { label: 'Desde', share: 1 },
    ]
    const blocks: Block[] = [
      { kind: 'heading', text: 'Apartado' },
      { kind: 'paragraph', text: 'Prosa' },
      { kind: 'highlight', label: 'Importe', value: 'Mucho', facts },
      { kind: 'facts', facts },
      { kind: 'list', items: ['Primero', 'Segundo'] },
      { kind: 'list', items: ['Tercero', 'Cuarto'], numbered: true },
      {
        kind: 'table',
        columns,
        rows: [
          ['Núria Peris i Català', '2012'],
          ['Pau', '—'],
        ],
      },
      {
        kind: 'attachments',
        columns: { name: 'Archivo', size: 'Peso' },
        rows: [{ name: 'a.pdf', size: '1 kB', digest: 'SHA-256 ab' }],
      },
      { kind: 'seal', title: 'Entidad', lines: ['Sellado'] },
    ]
    const job = { ...receiptJob(), sheet: { language: 'es', title: 'Todo', blocks } }
    const stamped = wordsOf(wholePdf((await stamp.press(job, signer))!))
    const laidOut = wordsOf(await renderPdf({ ...job, letterhead }))
    for (const words of wordsOfSheet(job.sheet)) {
      assert.include(stamped, words)
      assert.include(laidOut, words)
    }
    const strange = [{ kind: 'strange' } as never]
    await assert.rejects(async () =>
      stamp.press({ ...job, sheet: { ...job.sheet, blocks: strange } }, signer)
    )
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('is a sound PDF with a valid seal over the whole of it', async ({ assert }) => {
    const pdf = wholePdf((await stamp.press(receiptJob(), signer))!)
    assert.deepInclude(checkSeal(pdf), { intact: true, whole: true })
    const check = run('qpdf', '--check', fileOf(pdf))
    assert.equal(check.status, 0, check.said)
    const signatures = run('pdfsig', '-nocert', fileOf(pdf)).said
    assert.include(signatures, 'Signature is Valid')
    assert.include(signatures, 'Total document signed')
    assert.include(signatures, 'ETSI.CAdES.detached')
  }).skip(missing('qpdf', 'pdfsig'), 'qpdf or pdfsig is not installed')

  test('stops being valid when any one bit of it changes', async ({ assert }) => {
    const pdf = wholePdf((await stamp.press(receiptJob(), signer))!)
    const contents = pdf.lastIndexOf('/Contents <')
    for (let at = 100; at < pdf.length; at += 997) {
      if (at > contents && at < contents + 2 * signer.maxLength) continue
      const altered = Buffer.from(pdf)
      altered[at] = (altered[at] as number) ^ 1
      assert.isFalse(checkSeal(altered).intact, `byte ${at}`)
    }
    const longer = Buffer.concat([pdf, Buffer.from('\n')])
    assert.isFalse(checkSeal(longer).whole)
  })

  test('is known as altered to another program, too', async ({ assert }) => {
    const pdf = wholePdf((await stamp.press(receiptJob(), signer))!)
    const at = pdf.lastIndexOf('/CreationDate (D:2026') + '/CreationDate (D:202'.length
    pdf[at] = '7'.charCodeAt(0)
    assert.match(run('pdfsig', '-nocert', fileOf(pdf)).said, /Digest Mismatch|Signature is Invalid/)
  }).skip(missing('pdfsig'), 'pdfsig is not installed')

  test('takes more pages as attachments grow, each with code, stamp and its own number', async ({
    assert,
  }) => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...receipt().attachments[0]!,
      name: `document-${i}.pdf`,
    }))
    const words = wordsOf(wholePdf((await stamp.press(receiptJob({ attachments: many }), signer))!))
    assert.lengthOf(words.match(/0FX2-11KQ-7ABC-D012-3456-789J/g) ?? [], 3)
    assert.lengthOf(words.match(/REGISTRO ELECTRÓNICO · ENTRADA/g) ?? [], 3)
    for (const page of [1, 2, 3]) assert.include(words, `Página ${page} de 3`)
    for (let i = 0; i < 30; i += 1) assert.include(words, `document-${i}.pdf`)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('differs from another only in the bytes behind its template', async ({ assert }) => {
    const one = (await stamp.press(receiptJob(), signer))!
    const other = (await stamp.press(receiptJob({ entryNumber: '2026-E-RE-000124' }), signer))!
    assert.equal(one.template.digest, other.template.digest)
    assert.notDeepEqual(one.delta, other.delta)
    assert.isBelow(one.delta.length, 16_000)
  })

  test('has the same template in every process, so that it is stored once', async ({ assert }) => {
    await renderPdf({ ...receiptJob({ summary: 'Ω µ Δ · « » ligaduras: fi fl' }), letterhead })
    const again = stampIn('es')
    for (const pages of [1, 3])
      assert.equal((await again.template(pages)).digest, (await stamp.template(pages)).digest)
    assert.notEqual((await again.template(1)).digest, (await again.template(2)).digest)
    assert.notEqual((await stampIn('ca').template(1)).digest, (await again.template(1)).digest)
  })

  test('gives way to pdfmake for letters it does not have, with the same facts', async ({ assert }) => {
    const job = receiptJob({ interested: { name: 'Γιώργος Παπαδόπουλος', identifier: 'NIE X1111111G' } })
    assert.isNull(await stamp.press(job, signer))
    const { bytes, template } = await pressPdf(stamp, signer, job, renderPdf)
    assert.isNull(template)
    assert.deepInclude(checkSeal(bytes), { intact: true, whole: true })
    const words = wordsOf(bytes)
    for (const fact of [
      ...FACTS.filter((known) => !known.startsWith('Núria')),
      'Γιώργος Παπαδόπουλος (NIE X1111111G)',
    ])
      assert.include(words, fact)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('gives way to pdfmake when it grows beyond its pages, or its address beyond the QR', async ({
    assert,
  }) => {
    const job = receiptJob({ summary: 'De la petición. '.repeat(700) })
    assert.isNull(await stamp.press(job, signer))
    const { bytes } = await pressPdf(stamp, signer, job, renderPdf)
    assert.deepInclude(checkSeal(bytes), { intact: true, whole: true })
    const far = receiptJob()
    far.imprint.url = `${VERIFY}/${'very-long-'.repeat(10)}`
    assert.isNull(await stamp.press(far, signer))
  })
})
