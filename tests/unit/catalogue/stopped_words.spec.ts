import { test } from '@japa/runner'
import { type CompiledProcedure, lint, stoppedWords } from '#catalogue/index'
import { draw, end, exclusive, many, start, user, waitFor, timer } from '../engine/builder.js'
import { graphOf } from '../engine/case.js'
import { CATALOGUE } from '../../catalogue/root.js'
import { taleOf } from '#tests/support/tale'

const [one] = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? [])

/** A drawing in the words of a procedure that has none for it: its own ids stand for them. */
const tell = async (xml: string, lang = 'en') =>
  taleOf({ ...(one as CompiledProcedure), graph: await graphOf(xml) }, lang)

const TWO = draw('start -> decide\ndecide -> a : size < 5\ndecide -> b : size > 9', {
  start: start(),
  decide: exclusive(),
  a: end('a'),
  b: end('b'),
})

test.group('Why a case stopped, in words', () => {
  test('is each condition of a gateway where none held, and what they saw', async ({ assert }) => {
    const stopped = { element: 'decide', code: 'no_flow_matches', detail: 'decide_to_a decide_to_b' }
    assert.deepEqual(stoppedWords(await tell(TWO), stopped, { size: 7 }), [
      'At a gateway, it does not hold that “size” is less than “5”',
      'At a gateway, it does not hold that “size” is more than “9”',
      'It was: size: 7',
    ])
  })

  test('is the one that could not be told, in the language of whoever reads', async ({ assert }) => {
    const stopped = { element: 'decide', code: 'condition_not_boolean', detail: 'decide_to_a' }
    assert.deepEqual(stoppedWords(await tell(TWO, 'es'), stopped, { size: null }), [
      'En una compuerta no se puede saber si «size» es menor que «5»',
      'Constaba: size: nada',
    ])
  })

  test('is the expression of a term, a list or an input that gave nothing', async ({ assert }) => {
    const xml = draw('start -> term -> each -> end', {
      start: start(),
      term: waitFor(timer('=answers.day')),
      each: many(user('f'), { 'fin:collection': 'things' }),
      end: end(),
    })
    const tale = await tell(xml, 'ca')
    for (const [element, code, detail] of [
      ['term', 'timer_unusable', 'answers.day'],
      ['each', 'collection_unusable', 'things'],
    ] as const)
      assert.deepEqual(stoppedWords(tale, { element, code, detail }), [
        `En «${element}» açò no es pot calcular: ${detail}`,
      ])
  })

  test('is what the rules of a decision lacked, each once', async ({ assert }) => {
    const detail = 'due: NO_RULE the rate; NOT_ALLOWED the rate 3; NO_RULE other'
    const stopped = { element: 'decide', code: 'decision_unusable', detail }
    assert.deepEqual(stoppedWords(await tell(TWO), stopped), [
      'At a gateway: no rule takes this',
      'At a gateway: the value is not one that is allowed',
    ])
  })

  test('is nothing more than its code where a service failed', async ({ assert }) => {
    const stopped = { element: 'decide', code: 'activity_failed', detail: 'no answer: TIMEOUT' }
    assert.deepEqual(stoppedWords(await tell(TWO), stopped), [])
  })
})
