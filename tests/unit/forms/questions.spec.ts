import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { compileForm, questionsTogether } from '#forms/index'

const field = (anchor: string, more: object) => ({ $anchor: anchor, type: 'string', ...more })
const text = (anchor: string) => field(anchor, { kind: 'short_text', maxLength: 50 })

/** What somebody at the office looks into: either a name or a number is in doubt, and each may end in a letter. */
const form = unwrap(
  compileForm({
    id: 'look',
    file: 'forms/look',
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'look',
      type: 'object',
      additionalProperties: false,
      required: [],
      properties: {
        name: field('name', { kind: 'choice', enum: ['issue', 'inform'] }),
        number: field('number', { kind: 'choice', enum: ['again', 'inform'] }),
        reasons: text('reasons'),
        remarks: text('remarks'),
      },
    },
    ui: {
      pages: [
        { id: 'name', fields: ['name'], visible: 'variables.doubt = "name"' },
        { id: 'number', fields: ['number'], visible: 'variables.doubt = "number"' },
        { id: 'letter', fields: ['reasons'], visible: 'name = "inform" or number = "inform"' },
        { id: 'end', fields: ['remarks'] },
      ],
      fields: { reasons: { visible: 'name = "inform" or number = "inform"' } },
    },
    variables: { variables: { context: { doubt: 'string' } } },
  })
)

const together = (doubt: string, answers = {}) =>
  questionsTogether(form, answers, { values: { variables: { doubt } } })

test.group('The pages of a form that stand together', () => {
  test('leave out what the process rules out, title and all', ({ assert }) => {
    assert.deepEqual(
      together('name').map(({ id }) => id),
      ['name', 'letter', 'end']
    )
    assert.deepEqual(
      together('nothing').map(({ id }) => id),
      ['end']
    )
  })

  test('keep what an answer of another page may still bring, and say on what it hangs', ({ assert }) => {
    const [name, letter, end] = together('name')
    assert.deepEqual([name!.hangsOn, end!.hangsOn], [null, null])
    assert.deepEqual(letter!.hangsOn!.variables, ['name'], 'the number is not asked, so nothing hangs on it')
    assert.deepEqual(
      [letter!.shown.map((one) => one.name), Object.keys(letter!.hanging)],
      [['reasons'], ['reasons']]
    )
  })
})
