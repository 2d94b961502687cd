import { test } from '@japa/runner'
import { doneWords } from '#desk/http/versions/done_words'

const asking = (...fields: string[]) => ({
  graph: { nodes: { study: { kind: 'user_task', data: { form: 'study' } } }, flows: {} },
  forms: { study: { fields: Object.fromEntries(fields.map((one) => [one, {}])) } },
  texts: {},
})

const speech = {
  lang: 'en',
  t: (key: string, params: object) => [key.split('.').at(-1), ...Object.values(params)].join(' '),
  of: (_: unknown, id: string) => (id.endsWith('amount.label') ? 'How much' : null),
  day: (text: string) => ({ text }),
}

const told = (done: Parameters<typeof doneWords>[0]) =>
  doneWords(done, { from: asking('answer'), to: asking('answer', 'amount') } as never, speech as never)

test.group('What a change of version did to a case', () => {
  test('names what it left, the last day of a term that fell, and what it began', ({ assert }) => {
    const left = [
      { element: 'wait', lastDay: '2026-03-20' },
      { element: 'look', lastDay: null },
    ]
    assert.deepEqual(told({ left, begun: ['study'], asked: [] }), [
      'fell named wait 2026-03-20',
      'left named look',
      'begun named study',
    ])
  })

  test('names the questions that a task asks anew, and only those', ({ assert }) => {
    assert.deepEqual(told({ asked: ['study'] }), ['asked named study How much 1'])
  })

  test('tells no more than older lines kept', ({ assert }) => {
    assert.deepEqual(told({}), [])
  })
})
