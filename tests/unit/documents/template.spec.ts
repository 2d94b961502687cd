import { test } from '@japa/runner'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { receiptSheet } from '#documents/domain/receipt'
import { sheetHtml } from '#documents/domain/sheet_html'
import type { Adoption } from '#documents/domain/standard_blocks'
import { compileTemplate, type TemplateSurroundings } from '#documents/template/compile_template'
import { renderTemplate, type DocumentContext } from '#documents/template/render_template'
import { receipt, writingIn } from './support.ts'

const TEXTS: Record<string, string> = {
  title: 'Resolución de {{case.number}}',
  greeting: '{{applicant.name}}, con {{ applicant.identifier }}:',
  granted: 'Se estima.',
  denied: 'Se desestima.',
  subject: 'Asunto',
  filed: 'Presentado',
  again: 'Otra vez',
  one: 'Uno',
  two: 'Dos',
  conditions: '{{variables.conditions}}',
  reasons: '{{variables.reasons}}',
}

const compile = (source: unknown, around: TemplateSurroundings = { texts: { es: (id) => TEXTS[id] } }) =>
  compileTemplate({ id: 'resolution', source, file: 'documents/resolution.json', ...around })

const faults = (source: unknown, around?: TemplateSurroundings) => {
  const result = compile(source, around)
  return result.ok ? [] : result.error.map(({ code, pointer }) => `${code} ${pointer}`)
}

const render = (blocks: unknown[], context: DocumentContext, head: object = { type: 'TD01' }) =>
  renderTemplate(unwrap(compile({ ...head, title: 'title', blocks })), context, {
    ...writingIn('es'),
    adoption: 'automated' in head ? adoption : undefined,
    text: (id) => TEXTS[id] as string,
    answers: () => [{ title: 'Su solicitud', facts: [{ label: 'Calle', value: 'Mayor' }] }],
    answer: (form, field, value) => `${form}.${field} ${value}`,
    attachments: [{ name: 'plano.pdf', size: 999, sha256: 'ab'.repeat(32) }],
    entity: 'Ajuntament de Vallclara',
    now: '2026-11-22T10:00:00Z',
  })

const adoption: Adoption = {
  as: 'automated',
  issuer: 'body',
  by: 'Secretaría',
  holder: 'Empar Mayor',
  on: '2026-11-22',
}

const context: DocumentContext = {
  case: { number: '2026/45' },
  applicant: { name: 'Núria <b>', identifier: '{{case.number}}' },
  entry: { recordedAt: '2026-11-22T09:32:11Z' },
  variables: { decision: 'granted', fee: '12.50' },
}

test.group('A template of documents', () => {
  test('tells a fee line by line, each figure with its article', ({ assert }) => {
    const fee = {
      accruedOn: '2026-02-10',
      values: [{ id: 'one', value: '0.18', article: 'art. 107.4' }],
      lines: [
        {
          id: 'two',
          kind: 'charge',
          quantity: null,
          rate: null,
          percent: '25',
          base: '10800.00',
          amount: '2700.00',
          article: null,
        },
      ],
      total: '2700.00',
    }
    const labels = { ...TEXTS, 'fees.steps.one': 'Coeficiente', 'fees.steps.two': 'Cuota' }
    const template = unwrap(compile({ type: 'TD11', title: 'title', blocks: [{ fee: 'fee' }] }))
    const blocksOf = (variables: object) =>
      renderTemplate(template, { variables } as DocumentContext, {
        ...writingIn('es'),
        text: (id) => labels[id as keyof typeof labels] as string,
        answers: () => [],
        answer: () => '',
        attachments: [],
        entity: 'Vallclara',
        now: '2026-11-22T10:00:00Z',
      }).blocks
    assert.deepEqual(blocksOf({ fee }), [
      {
        kind: 'facts',
        fee: true,
        facts: [
          { label: 'Coeficiente', value: '0,18 (art. 107.4)' },
          { label: 'Cuota', value: '25 % × 10.800,00\u00a0€ = 2.700,00\u00a0€' },
          { label: 'Total', value: '2.700,00\u00a0€' },
        ],
      },
    ])
    assert.deepEqual(blocksOf({}), [])
    assert.deepEqual(faults({ type: 'TD11', title: 'title', blocks: [{ fee: 'a b' }] }), [
      'TEMPLATE_VALUE /blocks/0/fee',
    ])
  })

  test('fills its texts with what the case knows, once and as plain text', ({ assert }) => {
    const sheet = render([{ paragraph: 'greeting' }], context)
    assert.equal(sheet.title, 'Resolución de 2026/45')
    assert.deepEqual(sheet.blocks, [{ kind: 'paragraph', text: 'Núria <b>, con {{case.number}}:' }])
    assert.include(sheetHtml(sheet), 'Núria &lt;b&gt;')
  })

  test('shows a block only when its condition holds', ({ assert }) => {
    const { blocks } = render(
      [
        { paragraph: 'granted', when: 'variables.decision = "granted"' },
        { paragraph: 'denied', when: 'variables.decision = "dismissed"' },
        { paragraph: 'again', when: 'variables.nothing > 3' },
        { paragraph: 'again', when: 'representative != null' },
      ],
      context
    )
    assert.deepEqual(blocks, [{ kind: 'paragraph', text: 'Se estima.' }])
  })

  test('writes facts from paths and expressions, dates as people read them, and a dash for nothing', ({
    assert,
  }) => {
    const facts = [
      { label: 'filed', value: 'entry.recordedAt' },
      { label: 'subject', value: '=if variables.decision = "granted" then "sí" else "no"' },
      { label: 'again', value: 'answers.nothing.here' },
      { label: 'one', value: 'applicant.constructor' },
    ]
    assert.deepEqual(render([{ facts }], context).blocks, [
      {
        kind: 'facts',
        facts: [
          { label: 'Presentado', value: '22 de noviembre de 2026, 10:32:11' },
          { label: 'Asunto', value: 'sí' },
          { label: 'Otra vez', value: '—' },
          { label: 'Uno', value: '—' },
        ],
      },
    ])
  })

  test('brings in answers, attachments, lists and the seal', ({ assert }) => {
    const blocks = [
      { answers: 'submission' },
      { list: ['one', 'two'] },
      { attachments: true },
      { seal: true },
    ]
    const kinds = render(blocks, context).blocks.map(({ kind }) => kind)
    assert.deepEqual(kinds, ['heading', 'facts', 'list', 'attachments', 'seal'])
  })

  test('numbers the items of a list, each line one of its own, and leaves out what is nothing', ({
    assert,
  }) => {
    const own = { ...context, variables: { conditions: ' Sin música.\r\nSin ruido.\n' } }
    const sheet = render([{ numbered: ['one', 'conditions', 'reasons'] }, { list: ['reasons'] }], own)
    assert.deepEqual(sheet.blocks, [
      { kind: 'list', items: ['Uno', 'Sin música.', 'Sin ruido.'], numbered: true },
    ])
    assert.include(sheetHtml(sheet), '<ol class="govuk-list govuk-list--number"><li>Uno</li>')
  })

  test('does not call what a person decides an automated act, as a receipt is', ({ assert }) => {
    const automated = /actuación administrativa automatizada/
    assert.notMatch(sheetHtml(render([{ seal: true }], context)), automated)
    assert.match(sheetHtml(receiptSheet(receipt(), writingIn('es'))), automated)
  })

  test('says what no person decides: the body that answers for it, and no name (Law 40/2015, art. 41)', ({
    assert,
  }) => {
    const automated = { type: 'TD11', issuer: 'body', automated: true }
    const [facts, seal] = render([{ seal: true }], context, automated).blocks
    assert.deepEqual(facts, {
      kind: 'facts',
      facts: [
        { label: 'Órgano responsable', value: 'Secretaría' },
        { label: 'Fecha de emisión', value: '22 de noviembre de 2026' },
      ],
    })
    assert.match(JSON.stringify(seal), /actuación administrativa automatizada/)
    const head = { title: 'title', blocks: [{ seal: true }] }
    const refused = ['TEMPLATE_AUTOMATED /automated']
    assert.deepEqual(faults({ ...head, type: 'TD01', automated: true }), refused)
    assert.deepEqual(faults({ ...head, type: 'TD11', automated: true }), refused, 'a unit answers for none')
    assert.deepEqual(faults({ ...head, type: 'TD11', automated: 'yes' }), ['TEMPLATE_FLAG /automated'])
  })

  test('tells a list as a table, a row for each member, and nothing of an empty one', ({ assert }) => {
    const columns = [
      { label: 'one', value: 'name', share: 3 },
      { label: 'two', value: 'since' },
    ]
    const people: Json = [{ name: 'Núria <b>', since: '2026-11-22' }, { name: 'Pau' }, 'nobody']
    const table = { table: { rows: 'variables.people', columns } }
    const sheet = render([table], { variables: { people } })
    assert.deepEqual(sheet.blocks, [
      {
        kind: 'table',
        columns: [
          { label: 'Uno', share: 3 },
          { label: 'Dos', share: 1 },
        ],
        rows: [
          ['Núria <b>', '22 de noviembre de 2026'],
          ['Pau', '—'],
        ],
      },
    ])
    assert.include(sheetHtml(sheet), '<th scope="row" class="govuk-table__header">Núria &lt;b&gt;</th>')
    for (const none of [[], null, 'text', undefined])
      assert.deepEqual(render([table], { variables: { people: none as never } }).blocks, [])
    const faultsOf = (given: unknown) => faults({ type: 'TD11', title: 'title', blocks: [{ table: given }] })
    assert.deepEqual(faultsOf({ rows: 'variables.people', columns: [{ label: 'one', value: 'a.b' }] }), [
      'TEMPLATE_COLUMN /blocks/0/table/columns/0/value',
    ])
    assert.deepEqual(faultsOf({ rows: 'people', columns: [] }), [
      'TEMPLATE_VALUE /blocks/0/table/rows',
      'TEMPLATE_EMPTY /blocks/0/table/columns',
    ])
  })

  test('names each fault with its place', ({ assert }) => {
    const good = { type: 'TD01', title: 'title', blocks: [{ seal: true }] }
    assert.deepEqual(faults(good), [])
    assert.deepEqual(faults('text'), ['TEMPLATE_SHAPE '])
    assert.deepEqual(faults({ ...good, type: 'TD21' }), ['TEMPLATE_TYPE /type'])
    assert.deepEqual(faults({ ...good, title: 'unwritten' }), ['TEMPLATE_TEXT_MISSING /title'])
    assert.deepEqual(faults({ ...good, blocks: [] }), ['TEMPLATE_NO_BLOCKS /blocks'])
    const block = (one: unknown, around?: TemplateSurroundings) => faults({ ...good, blocks: [one] }, around)
    assert.deepEqual(block({ image: '/etc/passwd' }), ['TEMPLATE_BLOCK /blocks/0'])
    assert.deepEqual(block({ heading: 'one', paragraph: 'two' }), ['TEMPLATE_BLOCK /blocks/0'])
    assert.deepEqual(block({ heading: 5 }), ['TEMPLATE_TEXT_ID /blocks/0/heading'])
    assert.deepEqual(block({ facts: [] }), ['TEMPLATE_EMPTY /blocks/0/facts'])
    assert.deepEqual(block({ facts: [{ label: 'one', value: 'process.env' }] }), [
      'TEMPLATE_VALUE /blocks/0/facts/0/value',
    ])
    assert.deepEqual(block({ facts: [{ label: 'one', value: '__proto__' }] }), [
      'TEMPLATE_VALUE /blocks/0/facts/0/value',
    ])
    assert.deepEqual(block({ seal: 'yes' }), ['TEMPLATE_FLAG /blocks/0/seal'])
    assert.deepEqual(block({ answers: 'other' }, { forms: new Map([['submission', { fields: {} }]]) }), [
      'TEMPLATE_FORM /blocks/0/answers',
    ])
    assert.match(block({ seal: true, when: 'variables.x =' })[0] ?? '', /^\w+ \/blocks\/0\/when$/)
  })

  test('reads a fact as a question reads its answer, where it says which', ({ assert }) => {
    const facts = [{ label: 'one', value: 'variables.fee', as: 'report.size' }]
    assert.deepEqual(render([{ facts }], context).blocks, [
      { kind: 'facts', facts: [{ label: 'Uno', value: 'report.size 12.50' }] },
    ])
    const forms = new Map([['report', { fields: { colour: {} } }]])
    const source = { type: 'TD01', title: 'title', blocks: [{ facts }] }
    assert.deepEqual(faults(source, { forms }), ['TEMPLATE_QUESTION /blocks/0/facts/0/as'])
  })

  test('refuses a text that asks for what a document does not know', ({ assert }) => {
    const texts = { es: () => 'Hola, {{user.password}}' }
    const source = { type: 'TD01', title: 'title', blocks: [{ seal: true }] }
    assert.deepEqual(faults(source, { texts }), ['TEMPLATE_PLACE /title'])
  })
})
