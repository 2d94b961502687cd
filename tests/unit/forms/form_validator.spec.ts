import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import type { Answers, Circumstances } from '#forms/index'
import {
  cleanAnswers,
  compileForm,
  formValidator,
  issueText,
  nextPage,
  previousPage,
  summary,
  visiblePages,
  withPage,
} from '#forms/index'
import { renderFormPage } from '#theme/render'
import { compiled, decodedPost, voice } from '#tests/unit/forms/every_kind'

const form = compiled()
const good = decodedPost()
const told = (answers: Answers, options = {}) =>
  formValidator(form)(answers, options).map((issue) => `${issue.pointer}: ${issueText(form, issue, voice())}`)
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)))

test.group('Validation', () => {
  test('what is missing is asked for in words of its kind, in the order of the pages', ({ assert }) => {
    assert.deepEqual(told(without('declared', 'email', 'season', 'start')), [
      '/email: Escriba su correo electrónico, por ejemplo nombre@ejemplo.es.',
      '/season: Elija una opción en «¿Cuándo quiere tener la terraza?».',
      '/start: Escriba la fecha de «Primer día», por ejemplo 31 1 2026.',
      '/declared: Marque la casilla para continuar: hace falta su declaración.',
    ])
  })

  test('keeps that order after the form has been through the database, which sorts the keys of objects', ({
    assert,
  }) => {
    const names = Object.keys(form.fields).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    const fields = Object.fromEntries(names.map((name) => [name, form.fields[name]!]))
    const stored = { ...form, fields }
    const asked = formValidator(stored)({}).map(({ name }) => name)
    assert.deepEqual(
      asked,
      formValidator(form)({}).map(({ name }) => name)
    )
    assert.isAbove(asked.length, 5)
  })

  test('{pointer} with {value}: {text}')
    .with([
      { pointer: '/name', value: 'A', text: 'Escriba al menos 2 caracteres en «Nombre y apellidos».' },
      {
        pointer: '/email',
        value: 'amparo',
        text: 'Escriba el correo electrónico entero, con su arroba, por ejemplo nombre@ejemplo.es.',
      },
      {
        pointer: '/idNumber',
        value: '12345678A',
        text: 'La letra o la cifra de control no corresponde a ese número. Revise si ha cambiado algún carácter.',
      },
      {
        pointer: '/idNumber',
        value: '1234',
        text: 'Escriba el DNI, el NIE o el NIF completo, con sus letras, por ejemplo 12345678Z.',
      },
      {
        pointer: '/season',
        value: 'winter',
        text: 'Elija una de las opciones de «¿Cuándo quiere tener la terraza?».',
      },
      {
        pointer: '/elements',
        value: ['parasols', 'heaters', 'screens'],
        text: 'Elija 2 opciones como mucho en «¿Qué más quiere instalar?».',
      },
      {
        pointer: '/start',
        value: '2026-02-31',
        text: 'Esa fecha no existe. Escriba el día, el mes y el año de «Primer día» con números, por ejemplo 31 1 2026.',
      },
      { pointer: '/start', value: '2026--03', text: 'A la fecha de «Primer día» le falta el mes.' },
      {
        pointer: '/start',
        value: '26-06-03',
        text: 'Escriba el año de «Primer día» con cuatro cifras, por ejemplo 2026.',
      },
      {
        pointer: '/start',
        value: '2025-12-31',
        text: 'La fecha de «Primer día» tiene que ser el 1 de enero de 2026 o después.',
      },
      { pointer: '/end', value: '2026-05-31', text: 'El último día no puede ser anterior al primero.' },
      {
        pointer: '/tables',
        value: 'muchas',
        text: 'Escriba «Mesas» como un número entero, sin decimales ni letras, por ejemplo 12.',
      },
      { pointer: '/tables', value: 41, text: '«Mesas» tiene que ser 40 o menos.' },
      { pointer: '/surface', value: '0.5', text: '«Superficie» tiene que ser 1 m² o más.' },
      {
        pointer: '/cost',
        value: '50000.01',
        text: 'El importe de «Presupuesto de las obras» tiene que ser 50.000,00\u00a0€ o menos.',
      },
      {
        pointer: '/cost',
        value: 'mucho',
        text: 'Escriba «Presupuesto de las obras» en euros, con coma para los céntimos, por ejemplo 1.234,56.',
      },
      {
        pointer: '/account',
        value: 'ES0021000418450200051332',
        text: 'Ese IBAN no existe: sus cifras de control no corresponden. Revise si ha cambiado alguna cifra.',
      },
      {
        pointer: '/plan',
        value: ['../../etc/passwd'],
        text: 'Revise la respuesta a «Plano acotado»: no es válida.',
      },
      {
        pointer: '/declared',
        value: false,
        text: 'Marque la casilla para continuar: hace falta su declaración.',
      },
      { pointer: '/other', value: 'x', text: 'Este formulario no pregunta por «other». Quite ese dato.' },
    ])
    .run(({ assert }, { pointer, value, text }) => {
      const [first] = told({ ...good, [pointer.slice(1)]: value } as Answers)
      assert.equal(first?.replace('/plan/0', '/plan'), `${pointer}: ${text}`)
    })

  test('each missing part of an address is named', ({ assert }) => {
    assert.deepEqual(told({ ...good, address: { street: 'Calle Mayor', postcode: '99999' } }), [
      '/address/number: Escriba el número de la calle, o s/n si no tiene.',
      '/address/postcode: Escriba el código postal con sus cinco cifras, por ejemplo 46440.',
      '/address/town: Escriba el municipio.',
    ])
  })

  test('one thing to mend for each place', ({ assert }) => {
    assert.lengthOf(told({ ...good, cost: '-1.005' }), 1)
  })

  test('a page is judged alone', ({ assert }) => {
    assert.deepEqual(told({}, { page: 'declaration' }), [
      '/declared: Marque la casilla para continuar: hace falta su declaración.',
    ])
  })

  test('a condition may ask for an answer', ({ assert }) => {
    assert.deepEqual(told({ ...without('end'), season: 'year' }), [])
    assert.deepEqual(told(without('end')), ['/end: Escriba la fecha de «Último día», por ejemplo 31 1 2026.'])
  })

  test('a procedure may say it in its own words', ({ assert }) => {
    const [issue] = formValidator(form)(without('email'))
    const own = {
      ...voice(),
      texts: (id: string) => (id === 'forms.terrace.fields.email.errors.required' ? 'Falta.' : ''),
    }
    assert.equal(issueText(form, issue as never, own), 'Falta.')
  })

  test('issues carry nothing of what was answered', ({ assert }) => {
    const issues = formValidator(form)({
      ...good,
      email: 'SECRET',
      season: 'SECRET',
      cost: 'SECRET',
      tables: 'SECRET',
    })
    assert.lengthOf(issues, 4)
    assert.notInclude(JSON.stringify(issues), 'SECRET')
  })

  test('validating compiles nothing: the stored text is all it needs', ({ assert }) => {
    const stored = JSON.parse(JSON.stringify(form)) as typeof form
    const validate = formValidator(stored)
    assert.strictEqual(formValidator(stored), validate)
    const Original = globalThis.Function
    globalThis.Function = class extends Original {
      constructor() {
        super()
        throw new Error('compiled')
      }
    } as never
    try {
      assert.deepEqual(validate(good), [])
    } finally {
      globalThis.Function = Original
    }
  })
})

test.group('What shows', () => {
  test('hidden answers are neither validated nor kept', ({ assert }) => {
    const answers = { ...good, planned: false, cost: 'not an amount', remarks: 5 } as Answers
    assert.deepEqual(formValidator(form)(answers), [])
    const clean = cleanAnswers(form, answers)
    assert.notProperty(clean, 'cost')
    assert.notProperty(clean, 'remarks')
    assert.property(clean, 'account')
  })

  test('a page shows only while its condition is true', ({ assert }) => {
    const ids = (answers: Answers) => visiblePages(form, answers).map(({ id }) => id)
    assert.deepEqual(ids({}), ['who', 'what', 'works', 'declaration'])
    assert.deepEqual(ids({ planned: true }), ['who', 'what', 'works', 'permit', 'declaration'])
  })

  test('next and back go over hidden pages', ({ assert }) => {
    assert.equal(nextPage(form, 'works', { planned: false })?.id, 'declaration')
    assert.equal(nextPage(form, 'works', { planned: true })?.id, 'permit')
    assert.equal(previousPage(form, 'declaration', { planned: false })?.id, 'works')
    assert.isNull(nextPage(form, 'declaration', {}))
    assert.isNull(previousPage(form, 'who', {}))
  })

  test('a hidden answer is as if never given to the conditions after it', ({ assert }) => {
    const chain = compiled({
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ['a', 'b', 'c'].map((name) => [name, { $anchor: name, kind: 'yes_no', type: 'boolean' }])
        ),
      },
      ui: {
        pages: [{ id: 'p', fields: ['a', 'b', 'c'] }],
        fields: { b: { visible: 'a = true' }, c: { visible: 'b = true' } },
      },
    })
    assert.deepEqual(cleanAnswers(chain, { a: false, b: true, c: true }), { a: false })
    assert.deepEqual(cleanAnswers(chain, { a: true, b: true, c: true }), { a: true, b: true, c: true })
  })

  test('a page that is posted again replaces its answers and keeps the rest, files too', ({ assert }) => {
    const before = { ...good, plan: ['019b0000-0000-7000-8000-000000000001'] }
    const after = withPage(form, 'permit', before, { answers: { remarks: '' } })
    assert.notProperty(after, 'remarks')
    assert.deepEqual(after.plan, before.plan)
    assert.equal(after.email, good.email)
  })
})

test.group('The form of a task', () => {
  const field = (name: string, visible?: string) => ({ [name]: visible ? { visible } : {} })
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: {
      decision: { $anchor: 'decision', kind: 'choice', type: 'string', enum: ['grant', 'dismiss'] },
      note: { $anchor: 'note', kind: 'short_text', type: 'string' },
    },
  }
  const ui = {
    pages: [{ id: 'decide', fields: ['decision', 'note'] }],
    fields: { ...field('decision'), ...field('note', 'variables.silence = "granted"') },
    rules: [
      { id: 'bound', field: 'decision', holds: 'variables.silence != "granted" or decision = "grant"' },
    ],
  }
  const variables = { variables: { context: { silence: 'string' as const } } }
  const task = unwrap(compileForm({ id: 'task', schema, ui, file: 'forms/task', variables }))
  const knowing = (silence: string | null) => ({ values: { variables: { silence } } })
  const refused = (decision: string, circumstances?: Circumstances) =>
    formValidator(task)({ decision }, circumstances).map(({ name, params }) => [name, params.rule])

  test('refuses an option while the process knows what forbids it', ({ assert }) => {
    assert.deepEqual(refused('dismiss', knowing('granted')), [['decision', 'bound']])
    assert.deepEqual(refused('grant', knowing('granted')), [])
    assert.deepEqual(refused('dismiss', knowing('dismissed')), [])
    assert.deepEqual(refused('dismiss', knowing(null)), [])
    assert.deepEqual(refused('dismiss'), [])
  })

  test('asks what hangs on it, and shows the answer long after', ({ assert }) => {
    const answers = { decision: 'grant', note: 'Late.' }
    assert.deepEqual(cleanAnswers(task, answers, knowing('granted')), answers)
    assert.deepEqual(cleanAnswers(task, answers, knowing('dismissed')), { decision: 'grant' })
    assert.deepEqual(
      summary(task, answers, voice()).map(({ name, lines }) => [name, lines]),
      [
        ['decision', ['grant']],
        ['note', ['Late.']],
      ]
    )
  })

  test('is decided by the server as far as the process knows; the script is told the rest', ({ assert }) => {
    const fields = { note: { visible: 'decision = "grant" and variables.silence = "granted"' } }
    const both = unwrap(compileForm({ id: 'b', schema, ui: { ...ui, fields }, file: 'forms/b', variables }))
    const drawn = (circumstances?: Circumstances) =>
      renderFormPage({ form: both, pageId: 'decide', answers: {}, issues: [], circumstances, ...voice() })
        .fields
    const granted = drawn(knowing('granted'))
    assert.include(granted, 'answers[note]')
    assert.include(granted, 'data-visible-when')
    assert.notInclude(granted, 'silence')
    for (const silence of ['dismissed', null]) assert.notInclude(drawn(knowing(silence)), 'answers[note]')
    assert.notInclude(drawn(), 'answers[note]')
  })

  test('reads its own field, also unanswered, and not what lies around it under that name', ({ assert }) => {
    const rules = [{ id: 'note', field: 'decision', holds: 'note != "granted"' }]
    const around = { ...variables, note: 'string' as const }
    const own = unwrap(
      compileForm({
        id: 'own',
        schema,
        ui: { ...ui, fields: {}, rules },
        file: 'forms/own',
        variables: around,
      })
    )
    assert.deepEqual(formValidator(own)({ decision: 'grant' }, { values: { note: 'granted' } }), [])
  })
})
