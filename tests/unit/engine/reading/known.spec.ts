import { test } from '@japa/runner'
import type { Known } from '#engine/index'
import { draw, end, many, start, user, work } from '../builder.ts'
import { Case, graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const drawn = (it: ReturnType<typeof user>) => draw('start -> it -> end', { start: start(), it, end: end() })
const variables = async (it: ReturnType<typeof user>, known?: Known) =>
  (await graphOf(drawn(it), known)).variables
const people: Known = { variables: { people: { list: 'string' }, count: 'number' } }

test.group('The variables of a case', () => {
  test('are those it starts with, and what its steps give', async ({ assert }) => {
    const it = user('a', { out: { fee: 'result.fee :: number', note: 'result.note' } })
    assert.deepEqual(await variables(it, { variables: { who: 'string' } }), {
      who: 'string',
      fee: 'number',
      note: 'any',
    })
  })

  test('keep the type they start with, unless a step that gives them says another', async ({ assert }) => {
    const before: Known = { variables: { fee: 'number', day: 'string' } }
    const it = user('a', { out: { fee: 'result', day: 'result :: date' } })
    assert.deepEqual(await variables(it, before), { fee: 'number', day: 'date' })
  })

  test('of no type that there is, are refused', async ({ assert }) => {
    assert.deepEqual(await saidOf(drawn(user('a', { out: { x: 'result :: euro' } }))), ['OUTPUT_TYPE it'])
    const each = { 'fin:collection': 'people', 'fin:item': 'who', 'fin:itemType': 'euro' }
    assert.deepEqual(await saidOf(drawn(many(user('a'), each))), ['OUTPUT_TYPE it'])
  })

  test('are, in a repetition, also its item and its number; after it, what it collects', async ({
    assert,
  }) => {
    const each = {
      'fin:collection': 'people',
      'fin:item': 'who',
      'fin:collect': 'answers',
      'fin:each': 'who',
    }
    assert.deepEqual(await variables(many(user('a'), each), people), {
      people: { list: 'string' },
      count: 'number',
      loopCounter: 'number',
      who: 'string',
      answers: { list: 'string' },
    })
  })

  test('of items are of the type they say, else of the list, else anything', async ({ assert }) => {
    const item = async (given: Record<string, string>) =>
      (await variables(many(user('a'), { 'fin:item': 'one', ...given }), people)).one
    assert.equal(await item({ 'fin:collection': 'people' }), 'string')
    assert.equal(await item({ 'fin:collection': 'people', 'fin:itemType': 'date' }), 'date')
    assert.equal(await item({ 'fin:collection': 'concatenate(people, people)' }), 'any')
    assert.equal(await item({ 'fin:collection': '[1, 2]' }), 'any')
  })

  test('have each one type: an item that is called like one of them has that', async ({ assert }) => {
    const each = { 'fin:collection': 'people', 'fin:item': 'count' }
    assert.equal((await variables(many(user('a'), each), people)).count, 'number')
    const collecting = { 'fin:collection': 'people', 'fin:collect': 'count', 'fin:each': '1' }
    assert.equal((await variables(many(user('a'), collecting), people)).count, 'number')
    const both = many(work({ x: 'loopCounter :: number' }), { 'fin:collection': 'people' })
    assert.deepEqual(await saidOf(drawn(both), people), [])
  })

  test('keep only text of what an output reckons without saying its type, and that is told', async ({
    assert,
  }) => {
    const told = (out: string) => saidOf(drawn(work({ x: out })), people)
    for (const one of ['12.50 * 3', 'date("2026-03-01")', 'duration("P1D")'])
      assert.deepEqual(await told(one), ['warning OUTPUT_UNTYPED it'], one)
    for (const one of ['12.50 * 3 :: number', '12.50 * 3 :: any', '"text"', 'count > 1', 'nobody'])
      assert.notInclude(await told(one), 'warning OUTPUT_UNTYPED it', one)
  })

  test('are, of what is collected, of the type that each repetition gives: fractions can be added up', async ({
    assert,
  }) => {
    const xml = draw('start -> it -> sum -> end', {
      start: start(),
      it: many(user('a', { out: { amount: 'result :: number' } }), {
        ...{ 'fin:collection': '[1, 2]', 'fin:collect': 'all', 'fin:each': 'amount' },
      }),
      sum: work({ total: 'sum(all) :: number' }),
      end: end(),
    })
    const played = await Case.of(xml)
    for (const [n, key] of played.keys('it', 'task').entries())
      played.doneAt(key, ['1.50', '2.25'][n] as string)
    assert.equal(played.state?.variables['total'], '3.75')
  })
})
