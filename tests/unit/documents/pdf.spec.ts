import { test } from '@japa/runner'
import { PdfPool } from '#documents/pdf/pdf_pool'
import { renderPdf, type PdfJob } from '#documents/pdf/render'
import { runsOf } from '#documents/pdf/runs'
import type { Block } from '#documents/domain/sheet'
import { NASTY_STRINGS } from '#tests/support/nasty_strings'
import { fileOf, letterhead, missing, receiptJob, run, wordsOf } from './support.ts'

const job = (blocks: Block[], title = 'Carta'): PdfJob => ({
  ...receiptJob(),
  letterhead,
  sheet: { language: 'es', title, blocks },
})

/** The words between head and foot. */
const wordsOfBody = (pdf: Uint8Array) =>
  run('pdftotext', '-x', '0', '-y', '98', '-W', '596', '-H', '642', fileOf(pdf), '-').said

/** All its signs in one order: what a page break tears apart is still the same. */
const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')

test.group('A document', () => {
  test('is a sound PDF/A-2b with its fonts inside and its title well written in both places', async ({
    assert,
  }) => {
    const pdf = await renderPdf(job([{ kind: 'paragraph', text: 'Hola' }], 'Obras & <licencias> «menores»'))
    const check = run('qpdf', '--check', fileOf(pdf))
    assert.equal(check.status, 0, check.said)
    const info = run('pdfinfo', fileOf(pdf)).said
    assert.include(info, 'Obras & <licencias> «menores»')
    const fonts = run('pdffonts', fileOf(pdf)).said.trim().split('\n').slice(2)
    assert.isNotEmpty(fonts)
    for (const font of fonts) assert.match(font, /Identity-H\s+yes yes yes/)
    const xmp = run('pdfinfo', '-meta', fileOf(pdf)).said
    assert.include(xmp, '<pdfaid:part>2</pdfaid:part>')
    assert.include(xmp, 'Obras &amp; &lt;licencias&gt; «menores»')
  }).skip(missing('qpdf', 'pdfinfo', 'pdffonts'), 'qpdf or poppler is not installed')

  test('writes any European script, and names what it cannot draw', async ({ assert }) => {
    const text = 'Ñandú l·l ç Łódź Ιωάννης Иван Ștefan 你 📷'
    const words = wordsOf(await renderPdf(job([{ kind: 'paragraph', text }])))
    for (const word of ['Ñandú l·l ç Łódź', 'Ιωάννης', 'Иван', 'Ștefan', '[U+4F60]', '[U+1F4F7]'])
      assert.include(words, word)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('says at its foot what such a number is, in its language, and only where there is one', async ({
    assert,
  }) => {
    const said = async (text: string, language: string) => {
      const sheet = { language, title: 'Carta', blocks: [{ kind: 'paragraph' as const, text }] }
      const words = wordsOf(await renderPdf({ ...receiptJob({}, language), letterhead, sheet }))
      return words.replace(/\s+/g, ' ')
    }
    for (const [language, words] of Object.entries({
      es: 'Los caracteres que el tipo de letra de este documento no tiene se escriben con su número Unicode',
      ca: 'Els caràcters que el tipus de lletra d’este document no té s’escriuen amb el seu número Unicode',
      en: 'Characters that the type of this document lacks are written by their Unicode number',
    })) {
      const smiling = await said('Gracias 😀', language)
      assert.include(smiling, '[U+1F600]')
      assert.include(smiling, words)
      assert.lengthOf(smiling.split(words), 2, 'once')
      assert.notInclude(await said('Gracias, Ιωάννης', language), 'Unicode')
    }
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('gives back the very letters when its text is copied, whatever was written before it', async ({
    assert,
  }) => {
    const copied = async (text: string) => wordsOf(await renderPdf(job([{ kind: 'paragraph', text }])))
    for (const text of ['Роман Осипов', 'Ιωάννα Πόποβα', 'Роман Осипов'])
      assert.include(await copied(text), text)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('takes nothing of what a person writes for a command, an address or a file', async ({ assert }) => {
    const text = '{{applicant.name}} ${process.env} file:///etc/passwd <script>alert(1)</script> \\ ( ) %'
    const hostile = { text, image: '/etc/passwd', svg: '<svg/>', link: 'http://127.0.0.1' }
    const pdf = await renderPdf(job([{ kind: 'paragraph', ...hostile }]))
    assert.include(wordsOf(pdf), text)
    assert.notInclude(pdf.toString('latin1'), '/URI')
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  const headed: Record<string, Block> = {
    'a paragraph': { kind: 'paragraph', text: 'Estimar la solicitud' },
    facts: { kind: 'facts', facts: [{ label: 'Estimar', value: 'la solicitud' }] },
    'a list': { kind: 'list', items: ['Estimar la solicitud', 'Archivar'] },
  }
  for (const [what, block] of Object.entries(headed))
    test(`leaves no heading of ${what} alone at the foot of a page, wherever the text before it ends`, async ({
      assert,
    }) => {
      for (let lines = 20; lines < 36; lines += 1) {
        const pdf = await renderPdf(
          job([
            ...Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'Antecedente' })),
            { kind: 'heading', text: 'Se resuelve' },
            block,
          ])
        )
        const [page] = wordsOfBody(pdf)
          .split('\f')
          .filter((words) => words.includes('Se resuelve'))
        assert.match(page!, /Se resuelve\W+Estimar/, `after ${lines} lines`)
      }
    }).skip(missing('pdftotext'), 'pdftotext is not installed')

  const longest = [
    ['4,000 signs of prose', 'Cada palabra de la petición cuenta. '.repeat(112).slice(0, 4000)],
    ['one word of 4,000 letters', 'ñ'.repeat(4000)],
    ['2,000 lines', 'x\n'.repeat(2000)],
    ['300 lines of words', Array.from({ length: 300 }, (_, i) => `línea ${i}`).join('\n')],
  ] as const
  for (const [what, value] of longest)
    test(`loses nothing of an answer of ${what}, over as many pages as it takes`, async ({ assert }) => {
      const facts = [
        { label: 'Antes', value: 'Primera respuesta' },
        { label: 'Exposición', value },
        { label: 'Después', value: 'Última respuesta' },
      ]
      const body = wordsOfBody(await renderPdf(job([{ kind: 'facts', facts }])))
      const said = facts.map(({ label, value }) => `${label} ${value}`).join(' ')
      assert.equal(letters(body), letters(`Carta ${said}`))
    }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('loses neither the name nor the digest of an attachment with a very long name', async ({ assert }) => {
    const rows = [
      { name: `${'expediente_'.repeat(400)}.pdf`, size: '1 kB', digest: `SHA-256 ${'ab'.repeat(32)}` },
    ]
    const columns = { name: 'Documento', size: 'Tamaño' }
    const body = wordsOfBody(await renderPdf(job([{ kind: 'attachments', columns, rows }])))
    assert.lengthOf(letters(body).match(/x/g) ?? [], 400)
    assert.include(body.replace(/\s+/g, ' '), rows[0]!.digest)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('tells a long table over its pages, long names whole, with its heads on each', async ({ assert }) => {
    const rows = Array.from({ length: 60 }, (_, i) => [`Persona ${i} ${'Llarguíssima'.repeat(9)}`, String(i)])
    const columns = [
      { label: 'Nombre', share: 3 },
      { label: 'Nació', share: 1 },
    ]
    const body = wordsOfBody(await renderPdf(job([{ kind: 'table', columns, rows }])))
    assert.lengthOf(body.match(/í/g) ?? [], 540)
    assert.isAbove(body.match(/Nació/g)?.length ?? 0, 1)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('is made of whatever people write, and refused for none of it', async ({ assert }) => {
    const facts = NASTY_STRINGS.map((value, i) => ({ label: `${i} ${value.slice(0, 40)}`, value }))
    const pdf = await renderPdf(
      job([
        { kind: 'facts', facts },
        { kind: 'list', items: NASTY_STRINGS },
      ])
    )
    assert.include(wordsOfBody(pdf), '/etc/passwd')
  })
    .skip(missing('pdftotext'), 'pdftotext is not installed')
    .timeout(20_000)

  test('is not made at all when a word of it found no place', async ({ assert }) => {
    const lines = Array.from({ length: 200 }, (_, i) => `línea ${i}`)
    await assert.rejects(
      () => renderPdf(job([{ kind: 'seal', title: 'Sello', lines }])),
      /lacks words of its sheet/
    )
  })

  test('of a foreign font splits into runs, spaces staying where they are', ({ assert }) => {
    assert.deepEqual(runsOf('Иван Петров, de Vallclara'), [
      { text: 'Иван Петров', font: 'world' },
      { text: ', de Vallclara' },
    ])
  })
})

test.group('The pool of threads', (group) => {
  const pool = new PdfPool({ size: 2 })
  group.teardown(() => pool.close())

  test('lays out many letters at once, each its own', async ({ assert }) => {
    const titles = ['Uno', 'Dos', 'Tres', 'Cuatro']
    const pdfs = await Promise.all(
      titles.map((title) => pool.render(job([{ kind: 'paragraph', text: title }], title)))
    )
    pdfs.forEach((pdf, i) =>
      assert.include(pdf.toString('utf8'), `<rdf:li xml:lang="x-default">${titles[i]}</rdf:li>`)
    )
  }).timeout(30_000)

  test('refuses what cannot be laid out and goes on', async ({ assert }) => {
    const broken = job([{ kind: 'paragraph', text: 5 as never }])
    await assert.rejects(() => pool.render(broken))
    assert.isAbove((await pool.render(job([{ kind: 'paragraph', text: 'sigue' }]))).length, 1000)
  }).timeout(30_000)

  test('gives up what takes too long', async ({ assert }) => {
    const hasty = new PdfPool({ timeoutMs: 1 })
    await assert.rejects(() => hasty.render(job([{ kind: 'paragraph', text: 'x' }])), /too long/)
    await hasty.close()
  })
})
