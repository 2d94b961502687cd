import { test } from '@japa/runner'
import { receiptSheet } from '#documents/domain/receipt'
import { sheetHtml } from '#documents/domain/sheet_html'
import { fileSize } from '#forms/view'
import type { Block } from '#documents/domain/sheet'
import { receipt, writingIn } from './support.ts'

const procedure: Block[] = [
  { kind: 'paragraph', text: 'El registro ha recibido lo que sigue.' },
  { kind: 'facts', facts: [{ label: 'Número', value: '2026-E-RE-000123' }] },
  { kind: 'heading', text: 'Documentos presentados' },
  { kind: 'attachments', columns: { name: '', size: '' }, rows: [] },
  { kind: 'heading', text: 'Qué pasa ahora' },
  { kind: 'paragraph', text: 'El plazo máximo para resolver es de tres meses (artículo 21.3).' },
  { kind: 'seal', title: 'x', lines: [] },
]

test.group('A receipt', () => {
  test('adds the notes of its procedure and repeats none of its facts', ({ assert }) => {
    const { blocks } = receiptSheet(receipt(), writingIn('es'), procedure)
    const texts = blocks.flatMap((block) => ('text' in block ? [block.text] : []))
    assert.equal(texts[0], 'El registro ha recibido lo que sigue.')
    assert.includeMembers(texts, [
      'Qué pasa ahora',
      'El plazo máximo para resolver es de tres meses (artículo 21.3).',
    ])
    assert.notInclude(texts, 'Documentos presentados')
    assert.lengthOf(
      blocks.filter(({ kind }) => kind === 'facts'),
      1
    )
    assert.lengthOf(
      blocks.filter(({ kind }) => kind === 'seal'),
      1
    )
  })

  test('gives what a fee came to, under its heading', ({ assert }) => {
    const fee: Block[] = [
      { kind: 'heading', text: 'Cálculo declarado' },
      { kind: 'facts', fee: true, facts: [{ label: 'Total', value: '540,00 €' }] },
    ]
    const { blocks } = receiptSheet(receipt(), writingIn('es'), [...procedure, ...fee])
    assert.deepEqual(blocks.slice(-2), fee)
  })

  test('is sealed before the notes of its procedure, so that no page has nothing but the seal', ({
    assert,
  }) => {
    const { blocks } = receiptSheet(receipt(), writingIn('es'), procedure)
    const seal = blocks.findIndex(({ kind }) => kind === 'seal')
    assert.deepEqual(blocks.slice(seal + 1), procedure.slice(4, 6))
  })

  test('leaves out what there is not: representative, case, attachments', ({ assert }) => {
    const bare = receiptSheet(
      receipt({ representative: null, caseNumber: null, attachments: [] }),
      writingIn('es')
    )
    const html = sheetHtml(bare)
    assert.notInclude(html, 'Representante')
    assert.notInclude(html, 'Expediente')
    assert.include(html, 'No se ha adjuntado ningún documento.')
  })

  test('is a page as well, with its digests, in the language asked for', ({ assert }) => {
    const html = sheetHtml(receiptSheet(receipt(), writingIn('ca')))
    assert.match(html, /^<article lang="ca"><h1[^>]*>Justificant de presentació<\/h1>/)
    assert.include(html, '21 de novembre de 2026, 19:32:11')
    assert.include(html, `SHA-256 ${'ab12'.repeat(16)}`)
    assert.equal((html.match(/<dt/g) ?? []).length, (html.match(/<dd/g) ?? []).length)
  })

  test('lets nobody write markup into it', ({ assert }) => {
    const html = sheetHtml(
      receiptSheet(receipt({ summary: '<img src=x onerror=alert(1)>\n"&\'' }), writingIn('es'))
    )
    assert.notInclude(html, '<img')
    assert.include(html, '&lt;img src=x onerror=alert(1)&gt;<br>&quot;&amp;&#39;')
  })

  test('writes sizes as people read them', ({ assert }) => {
    assert.equal(fileSize(193, 'en'), '193 bytes')
    const sizes = [0, 999, 1000, 340_120, 1_234_567].map((bytes) => fileSize(bytes, 'es'))
    assert.deepEqual(
      sizes.map((size) => size.replace(/\s/g, ' ')),
      ['0 bytes', '999 bytes', '1 kB', '340,1 kB', '1,2 MB']
    )
  })
})
