import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import {
  actionValue,
  decodePage,
  exampleAnswers,
  formValidator,
  kinds,
  pageAction,
  summary,
} from '#forms/index'
import { compiled, posted, voice } from '#tests/unit/forms/every_kind'

const all = [...kinds.values()]
const answersOf = (given: object) => decodePage(compiled(), null, { answers: given })

test.group('Field kinds', () => {
  test('the sample form asks something of every kind', ({ assert }) => {
    const asked = new Set(Object.values(compiled().fields).map(({ kind }) => kind))
    assert.sameMembers([...asked], [...kinds.keys()])
  })

  test('the example of every kind passes its own rule', ({ assert }) => {
    assert.deepEqual(formValidator(compiled())(exampleAnswers(compiled())), [])
  })

  test('{name} has the text of each of its complaints in Spanish, Valencian and English')
    .with(all)
    .run(({ assert }, kind) => {
      for (const lang of ['es', 'ca', 'en']) {
        const file = new URL(`../../../resources/lang/${lang}/forms.json`, import.meta.url)
        const { errors } = JSON.parse(readFileSync(file, 'utf8'))
        assert.sameMembers(Object.keys(errors[kind.name]), kind.errors, lang)
        for (const key of kind.errors)
          assert.isNotEmpty(
            voice(lang).t(`forms.errors.${kind.name}.${key}`, { label: 'L', limit: '3', count: 3, file: 'F' })
          )
      }
    })

  test('{name} reads an empty post as no answer')
    .with(all)
    .run(({ assert }, kind) => {
      const field = { kind: kind.name, schema: {}, options: {} }
      for (const empty of ['', '   ', undefined, {}, [], { day: '', month: '', year: '' }, ['']])
        assert.isUndefined(kind.decode(empty, field), JSON.stringify(empty))
    })

  test('{name} takes whatever shape a stranger posts, and answers plain data or nothing')
    .with(all)
    .run(({ assert }, kind) => {
      const field = { kind: kind.name, schema: {}, options: {} }
      for (const odd of [
        ['a', 'b'],
        { toString: 'x' },
        { day: { a: 'b' } },
        'constructor',
        'toString',
        '__proto__',
      ]) {
        const value = kind.decode(odd, field)
        assert.deepEqual(value, value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
      }
    })
})

test.group('What people post', () => {
  test('is typed and tidied field by field', ({ assert }) => {
    assert.deepEqual(answersOf(posted), {
      name: 'Amparo Ferrer Gil',
      idNumber: '12345678Z',
      email: 'amparo.ferrer@example.org',
      phone: '+34600111222',
      address: { street: 'Calle Mayor', number: '12', postcode: '46440', town: 'Almussafes' },
      season: 'summer',
      elements: ['parasols', 'heaters'],
      start: '2026-06-01',
      end: '2026-09-30',
      tables: 12,
      surface: '24.5',
      planned: true,
      cost: '1234.50',
      account: 'ES9121000418450200051332',
      premises: '7837301VG8173B0001TT',
      remarks: 'Junto a la pared.\nSin invadir el paso.',
      language: 'ca',
      channel: 'paper',
      declared: true,
    })
  })

  test('passes once it is decoded', ({ assert }) => {
    assert.deepEqual(formValidator(compiled())(answersOf(posted)), [])
  })

  test('keeps only what the form asks for', ({ assert }) => {
    assert.deepEqual(answersOf({ role: 'admin', toString: 'x', constructor: 'y' }), {})
    assert.deepEqual(decodePage(compiled(), 'who', { answers: posted, other: 'x' }).tables, undefined)
    assert.deepEqual(decodePage(compiled(), null, {}), {})
    assert.deepEqual(decodePage(compiled(), null, { answers: 'text' }), {})
  })

  test('never brings a file: only whoever received it may name it', ({ assert }) => {
    assert.deepEqual(answersOf({ plan: ['019b0000-0000-7000-8000-000000000009'] }), {})
  })

  test('says which button was pressed', ({ assert }) => {
    const id = '019b0000-0000-7000-8000-000000000001'
    for (const action of [
      { type: 'remove', field: 'plan', id } as const,
      { type: 'upload', field: 'plan' } as const,
    ])
      assert.deepEqual(pageAction({ _action: actionValue(action) }), action)
    for (const _action of [
      undefined,
      '',
      'remove',
      'remove:plan',
      'upload:',
      'delete:x:y',
      ['remove:plan:x'],
    ])
      assert.deepEqual(pageAction({ _action }), { type: 'continue' })
  })

  test('a single tick is a list of one', ({ assert }) => {
    assert.deepEqual(answersOf({ elements: 'screens' }), { elements: ['screens'] })
  })

  test('an unreadable date keeps its parts for the page to show again', ({ assert }) => {
    assert.deepEqual(answersOf({ start: { day: '31', month: '2', year: '2026' } }), { start: '2026-02-31' })
    assert.deepEqual(answersOf({ start: { day: '3', month: '', year: '2026' } }), { start: '2026--03' })
  })
})

test.group('Answers for reading', () => {
  const rows = (lang: string) =>
    Object.fromEntries(
      summary(
        compiled(),
        { ...answersOf(posted), plan: ['019b0000-0000-7000-8000-000000000001'] },
        voice(lang)
      ).map(({ name, lines }) => [name, lines])
    )

  test('are written as Spanish does', ({ assert }) => {
    const read = rows('es')
    assert.deepEqual(read.start, ['1 de junio de 2026'])
    assert.deepEqual(read.cost, ['1.234,50\u00a0€'])
    assert.deepEqual(read.surface, ['24,5 m²'])
    assert.deepEqual(read.planned, ['Sí'])
    assert.deepEqual(read.season, ['En verano'])
    assert.deepEqual(read.elements, ['Sombrillas', 'Estufas'])
    assert.deepEqual(read.phone, ['+34 600 111 222'])
    assert.deepEqual(read.account, ['ES91 2100 0418 4502 0005 1332'])
    assert.deepEqual(read.address, ['Calle Mayor, 12', '46440 Almussafes'])
    assert.deepEqual(read.remarks, ['Junto a la pared.', 'Sin invadir el paso.'])
    assert.deepEqual(read.plan, ['plano acotado.pdf'])
    assert.deepEqual(read.street, [])
  })

  test('are written as Valencian and English do', ({ assert }) => {
    assert.deepEqual(rows('ca').start, ['1 de juny del 2026'])
    assert.deepEqual(rows('en').start, ['1 June 2026'])
    assert.deepEqual(rows('en').cost, ['€1,234.50'])
  })

  test('keep every digit of an amount', ({ assert }) => {
    const money = kinds.get('money')
    const field = { kind: 'money', schema: {}, options: {} }
    assert.deepEqual(money?.read('9007199254740993.01', field, voice(), String), [
      '9.007.199.254.740.993,01\u00a0€',
    ])
  })
})
