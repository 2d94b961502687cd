import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { compileForm } from '#forms/index'
import { compiled, schema, ui } from '#tests/unit/forms/every_kind'

type Change = (schema: any, ui: any) => void

/** What is wrong with the sample form after a change: code and place. */
function faults(change: Change) {
  const changed = { schema: structuredClone(schema) as object, ui: structuredClone(ui) as object }
  change(changed.schema, changed.ui)
  const result = compileForm({ id: 'terrace', ...changed, file: 'forms/terrace' })
  return result.ok ? [] : result.error
}

const places = (change: Change) =>
  faults(change).map(({ code, file, pointer }) => `${code} ${file}${pointer}`)

const cases: [string, Change, string][] = [
  [
    'a binary number',
    (s) => (s.properties.surface.type = 'number'),
    'NUMBER_TYPE forms/terrace.schema.json/properties/surface/type',
  ],
  [
    'an unknown keyword on a field',
    (s) => (s.properties.email.title = 'x'),
    'UNKNOWN_KEYWORD forms/terrace.schema.json/properties/email/title',
  ],
  ['a conditional schema', (s) => (s.if = {}), 'UNKNOWN_KEYWORD forms/terrace.schema.json/if'],
  [
    'a dynamic reference',
    (s) => (s.properties.email.$dynamicRef = '#x'),
    'UNKNOWN_KEYWORD forms/terrace.schema.json/properties/email/$dynamicRef',
  ],
  [
    'a keyword of another kind',
    (s) => (s.properties.email.minimum = 3),
    'UNKNOWN_KEYWORD forms/terrace.schema.json/properties/email/minimum',
  ],
  [
    'no kind',
    (s) => delete s.properties.email.kind,
    'MISSING_KEYWORD forms/terrace.schema.json/properties/email',
  ],
  [
    'a kind that isn’t there',
    (s) => (s.properties.email.kind = 'rating'),
    'KIND_UNKNOWN forms/terrace.schema.json/properties/email/kind',
  ],
  [
    'a type that isn’t the kind’s',
    (s) => (s.properties.email.type = 'boolean'),
    'KEYWORD_VALUE forms/terrace.schema.json/properties/email/type',
  ],
  [
    'no stable id',
    (s) => delete s.properties.email.$anchor,
    'MISSING_KEYWORD forms/terrace.schema.json/properties/email',
  ],
  [
    'a stable id twice',
    (s) => (s.properties.phone.$anchor = 'email'),
    'ANCHOR_TWICE forms/terrace.schema.json/properties/phone/$anchor',
  ],
  [
    'a choice of nothing',
    (s) => (s.properties.season.enum = []),
    'KEYWORD_VALUE forms/terrace.schema.json/properties/season/enum',
  ],
  [
    'a date limit that is no day',
    (s) => (s.properties.start.dateMinimum = '2026-02-30'),
    'KEYWORD_VALUE forms/terrace.schema.json/properties/start/dateMinimum',
  ],
  [
    'a pattern that may run for ever',
    (s) => (s.properties.name.pattern = '(a+)+\\1$'),
    'PATTERN_REFUSED forms/terrace.schema.json/properties/name/pattern',
  ],
  [
    'open properties',
    (s) => (s.additionalProperties = true),
    'KEYWORD_VALUE forms/terrace.schema.json/additionalProperties',
  ],
  [
    'a required field that isn’t there',
    (s) => s.required.unshift('ghost'),
    'FIELD_UNKNOWN forms/terrace.schema.json/required/0',
  ],
  [
    'a remote reference',
    (s) => (s.properties.email = { $ref: 'https://x/y' }),
    'REFERENCE forms/terrace.schema.json/properties/email/$ref',
  ],
  [
    'a schema that is a list',
    (s) => Object.assign(s, { type: 'array' }),
    'KEYWORD_VALUE forms/terrace.schema.json/type',
  ],
  [
    'a field that no page asks',
    (_, u) => u.pages[0].fields.pop(),
    'FIELD_ON_NO_PAGE forms/terrace.ui.json/pages',
  ],
  [
    'a field asked twice',
    (_, u) => u.pages.at(-1).fields.push('name'),
    'FIELD_ON_TWO_PAGES forms/terrace.ui.json/pages',
  ],
  [
    'a page asking what isn’t there',
    (_, u) => u.pages[0].fields.unshift('ghost'),
    'FIELD_UNKNOWN forms/terrace.ui.json/pages/0/fields/0',
  ],
  ['a page id twice', (_, u) => (u.pages[1].id = 'who'), 'ID_TWICE forms/terrace.ui.json/pages/1/id'],
  [
    'an option of another kind',
    (_, u) => (u.fields.email.rows = 3),
    'UNKNOWN_KEYWORD forms/terrace.ui.json/fields/email/rows',
  ],
  [
    'a width that nobody draws',
    (_, u) => (u.fields.tables.width = 7),
    'KEYWORD_VALUE forms/terrace.ui.json/fields/tables/width',
  ],
  [
    'a condition on a later page',
    (_, u) => (u.pages[1].visible = 'declared = true'),
    'CONDITION_LOOKS_AHEAD forms/terrace.ui.json/pages/1/visible',
  ],
  [
    'a field that waits for itself',
    (_, u) => (u.fields.cost.visible = 'cost > 3'),
    'CONDITION_LOOKS_AHEAD forms/terrace.ui.json/fields/cost/visible',
  ],
  [
    'a rule on a field that isn’t there',
    (_, u) => (u.rules[0].field = 'ghost'),
    'FIELD_UNKNOWN forms/terrace.ui.json/rules/0/field',
  ],
]

test.group('The form dialect', () => {
  test('the sample form compiles to plain JSON', ({ assert }) => {
    const form = compiled()
    assert.deepEqual(JSON.parse(JSON.stringify(form)), form)
    assert.isAbove(form.code.length, 1000)
  })

  test('refuses {0}, says where')
    .with(cases)
    .run(({ assert }, [, change, expected]) => {
      assert.include(places(change), expected)
    })

  test('a condition that is wrong, or is no yes or no, is told where it stands', ({ assert }) => {
    for (const source of ['planned = ', 'tables + 1', 'ghost = 1']) {
      const [fault] = faults((_, u) => (u.fields.cost.visible = source))
      assert.equal(`${fault?.file}${fault?.pointer}`, 'forms/terrace.ui.json/fields/cost/visible', source)
    }
  })

  test('every diagnostic has its problem and its remedy in three languages', ({ assert }) => {
    const codes = cases.map(([, , expected]) => expected.split(' ')[0] as string)
    for (const lang of ['es', 'ca', 'en']) {
      const file = new URL(`../../../resources/lang/${lang}/forms.json`, import.meta.url)
      const { diagnostics } = JSON.parse(readFileSync(file, 'utf8'))
      assert.sameMembers([...new Set([...codes, 'TOO_LARGE', 'FIELD_NAME'])], Object.keys(diagnostics))
      for (const code of Object.keys(diagnostics))
        assert.sameMembers(Object.keys(diagnostics[code]), ['problem', 'remedy'])
    }
  })

  test('{0} can’t be the name of a field')
    .with([
      'toString',
      'hasOwnProperty',
      '__proto__',
      'constructor',
      'valueOf',
      'with-hyphen',
      'Capital',
      'a'.repeat(65),
    ])
    .run(({ assert }, name) => {
      const properties = JSON.parse(`{"${name}":{"$anchor":"x","kind":"email","type":"string"}}`)
      const codes = faults((s) => Object.assign(s, { properties, required: [] })).map(({ code }) => code)
      assert.deepEqual(codes, ['FIELD_NAME'])
    })

  test('a form of a stranger has its bounds', ({ assert }) => {
    const deep = (levels: number): object => (levels === 0 ? {} : { x: deep(levels - 1) })
    const limits = (change: Change) => faults(change).map(({ code, params }) => `${code} ${params.limit}`)
    assert.deepEqual(
      limits((s) => (s.$defs = deep(12))),
      ['TOO_LARGE depth']
    )
    assert.deepEqual(
      limits((s) => (s.$id = 'x'.repeat(300_000))),
      ['TOO_LARGE bytes']
    )
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, {}]))
    assert.deepEqual(
      limits((s) => (s.properties = many)),
      ['TOO_LARGE fields']
    )
  })

  test('a definition is written once and used in two fields', ({ assert }) => {
    const form = compileForm({
      id: 'two',
      file: 'forms/two',
      schema: {
        type: 'object',
        additionalProperties: false,
        $defs: { person: { kind: 'id_number', type: 'string', holder: 'person' } },
        properties: {
          owner: { $ref: '#/$defs/person', $anchor: 'owner' },
          tenant: { $ref: '#/$defs/person', $anchor: 'tenant' },
        },
      },
      ui: { pages: [{ id: 'p', fields: ['owner', 'tenant'] }] },
    })
    assert.isTrue(form.ok)
    if (form.ok) assert.deepEqual(form.value.fields.tenant?.schema, { type: 'string', holder: 'person' })
  })

  test('a definition that goes in circles is refused', ({ assert }) => {
    const found = places((s) => {
      s.$defs = { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } }
      s.properties.email = { $ref: '#/$defs/a', $anchor: 'email' }
    })
    assert.include(found, 'REFERENCE forms/terrace.schema.json/properties/email/$ref')
  })

  test('what is no form at all is refused, not thrown', ({ assert }) => {
    for (const odd of [
      null,
      1,
      'x',
      [],
      {},
      { type: 'object', properties: [] },
      { properties: { a: null } },
    ]) {
      const of = (more: object) => compileForm({ id: 'x', schema, ui, file: 'forms/x', ...more }).ok
      assert.isFalse(of({ schema: odd }), JSON.stringify(odd))
      assert.isFalse(of({ ui: odd }), JSON.stringify(odd))
    }
  })
})
