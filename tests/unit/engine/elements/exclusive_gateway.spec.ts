import { test } from '@japa/runner'
import type { Json } from '#core/json'
import { draw, end, exclusive, start } from '../builder.ts'
import { Case, graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = (lines: string) =>
  draw(`start -> decide\n${lines}`, {
    start: start(),
    decide: exclusive(),
    low: end('low'),
    high: end('high'),
    none: end('none'),
  })

const THREE = 'decide -> low : amount < 10\ndecide -> high : amount > 5\ndecide -> none : default'

test.group('Exclusive gateway', () => {
  test('takes the first flow whose condition is true', async ({ assert }) => {
    for (const [amount, outcome] of [
      [7, 'low'],
      [12, 'high'],
    ] as const) {
      assert.equal((await Case.of(xml(THREE), { amount })).state?.outcome, outcome)
    }
  })

  test('takes the default when no condition is true', async ({ assert }) => {
    const neither = 'decide -> low : amount < 10\ndecide -> high : amount > 20\ndecide -> none : default'
    assert.equal((await Case.of(xml(neither), { amount: 15 })).state?.outcome, 'none')
  })

  test('says what the conditions saw that decided, of each name no more than they asked for', async ({
    assert,
  }) => {
    const asks =
      'decide -> low : order.total < limit\ndecide -> high : count(order.lines) > 5 and all = true\ndecide -> none : default'
    const order = { total: 12, lines: [1, 2], holder: 'somebody' }
    const ways = async (variables: Record<string, Json>) =>
      (await Case.of(xml(asks), variables))
        .of('trace')
        .flatMap(({ flow, because }) => (because ? [[flow, because]] : []))
    assert.deepEqual(await ways({ order, limit: 20, all: false }), [
      ['decide_to_low', { 'order.total': 12, limit: 20 }],
    ])
    assert.deepEqual(await ways({ order, limit: 2, all: false }), [
      ['decide_to_none', { 'order.total': 12, limit: 2, 'order.lines': { size: 2 }, all: false }],
    ])
  })

  test('cuts what it says it saw: a trace is no second place for what somebody wrote', async ({ assert }) => {
    const asks =
      'decide -> low : contains(text, "x")\ndecide -> high : missing = null\ndecide -> none : default'
    const [seen] = (await Case.of(xml(asks), { text: 'a'.repeat(500) }))
      .of('trace')
      .flatMap(({ because }) => because ?? [])
    assert.deepEqual(seen, { text: `${'a'.repeat(80)}…`, missing: null })
  })

  test('stops with an incident when a condition gives no yes or no, never by the default', async ({
    assert,
  }) => {
    for (const amount of [null, 'many']) {
      const played = await Case.of(xml(THREE), { amount })
      assert.deepEqual(played.of('incident'), [
        {
          type: 'incident',
          key: 'decide:2',
          element: 'decide',
          code: 'condition_not_boolean',
          detail: 'decide_to_low',
          because: { amount },
        },
      ])
      assert.isFalse(played.ended)
      // a retry without mending stops again; with the value mended, it goes on
      assert.lengthOf(played.retry('decide').of('incident'), 1)
      assert.equal(played.retry('decide', { amount: 3 }).state?.outcome, 'low')
      assert.deepEqual(played.path, ['start', 'decide', 'low'])
    }
  })

  test('stops with an incident when nothing fits and there is no default', async ({ assert }) => {
    const two = 'decide -> low : amount < 10\ndecide -> high : amount > 10\nstart -> none'
    const graph = await graphOf(xml(two))
    assert.deepEqual(
      graph.warnings.map(({ code, element }) => [code, element]),
      [['GATEWAY_WITHOUT_DEFAULT', 'decide']]
    )
    const played = new Case(graph).happen({ type: 'start', variables: { amount: 10 } })
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['no_flow_matches', 'decide_to_low decide_to_high']]
    )
    assert.equal(played.retry('decide', { amount: 11 }).state?.outcome, 'high')
  })

  test('only brings branches together when one flow leaves it', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> a -> merge\nstart -> merge -> end', {
        start: start(),
        a: exclusive(),
        merge: exclusive(),
        end: end(),
      })
    )
    assert.deepEqual(
      played.path.filter((id) => id === 'end'),
      ['end', 'end']
    )
  })

  test('has a condition on each way but the default, which is one of its own', async ({ assert }) => {
    assert.deepEqual(await saidOf(xml(THREE)), [])
    assert.deepEqual(await saidOf(xml('decide -> low : x\ndecide -> high : y\nstart -> none')), [
      'warning GATEWAY_WITHOUT_DEFAULT decide',
    ])
    assert.deepEqual(
      await saidOf(
        draw('start -> decide\ndecide -> end : x', { start: start(), decide: exclusive(), end: end() })
      ),
      ['warning GATEWAY_WITHOUT_DEFAULT decide']
    )
    assert.deepEqual(await saidOf(xml('decide -> low : x\ndecide -> high\ndecide -> none : default')), [
      'CONDITION_MISSING decide_to_high',
    ])
    const elsewhere = xml('decide -> low : x\ndecide -> high : y\nstart -> none').replace(
      '<bpmn:exclusiveGateway',
      '$& default="start_to_none"'
    )
    assert.deepEqual(await saidOf(elsewhere), ['DEFAULT_ELSEWHERE decide'])
    const asked = xml('decide -> low : x\ndecide -> high : y\nstart -> none').replace(
      '<bpmn:exclusiveGateway',
      '$& default="decide_to_low"'
    )
    assert.deepEqual(await saidOf(asked), ['DEFAULT_WITH_CONDITION decide_to_low'])
  })

  test('asks for a yes or no, over what there is', async ({ assert }) => {
    const known = { variables: { amount: 'number' } } as const
    assert.deepEqual(await saidOf(xml(THREE), known), [])
    const number = xml('decide -> low : amount\ndecide -> high : amount > 1\ndecide -> none : default')
    assert.deepEqual(await saidOf(number, known), ['TYPE_NOT_EXPECTED decide_to_low'])
    const unknown = xml('decide -> low : total > 1\ndecide -> high : amount > 1\ndecide -> none : default')
    assert.deepEqual(await saidOf(unknown, known), ['NAME_UNKNOWN decide_to_low'])
  })
})
