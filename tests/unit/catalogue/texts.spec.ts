import { test } from '@japa/runner'
import { SCHEMA_NAMES, listOf, schemaText, textOf } from '#catalogue/index'
import { Ajv2020 } from 'ajv/dist/2020.js'

const texts = {
  es: { sheet: { title: 'Instancia', steps: ['Uno', 'Dos'] } },
  en: { sheet: { title: 'Application', steps: ['One', 'Two'], who: 'Anyone' } },
}

test.group('The texts of a procedure', () => {
  test('are found by id in the language asked for', ({ assert }) => {
    assert.equal(textOf(texts, 'es', 'sheet.title'), 'Instancia')
    assert.deepEqual(listOf(texts, 'en', 'sheet.steps'), ['One', 'Two'])
  })

  test('fall back to a language that has them, and to their id', ({ assert }) => {
    assert.equal(textOf(texts, 'ca', 'sheet.title'), 'Instancia')
    assert.equal(textOf(texts, 'es', 'sheet.who'), 'Anyone')
    assert.equal(textOf(texts, 'es', 'sheet.nothing'), 'sheet.nothing')
  })

  test('never come from what every object carries', ({ assert }) => {
    assert.equal(textOf(texts, 'es', 'constructor.name'), 'constructor.name')
    assert.equal(textOf(texts, '__proto__', 'sheet.title'), 'Instancia')
    assert.deepEqual(listOf(texts, 'es', 'sheet.steps.length'), [])
  })
})

test.group('The JSON Schemas that are served', () => {
  for (const name of SCHEMA_NAMES) {
    test(`${name} is a schema under its own address`, ({ assert }) => {
      const schema = JSON.parse(schemaText(name))
      assert.equal(schema.$id, `/schemas/${name}.json`)
      assert.isTrue(new Ajv2020({ strict: false }).validateSchema(schema))
    })
  }
})
