import { test } from '@japa/runner'
import type { LoopPlan } from '#engine/graph'
import { compileProcess } from '#engine/index'
import { again, draw, end, many, start, user } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const drawn = (it: ReturnType<typeof user>) => draw('start -> it -> end', { start: start(), it, end: end() })
const plan = async (it: ReturnType<typeof user>) => (await graphOf(drawn(it))).nodes.it?.loop as LoopPlan
const items = (given: Record<string, string>, until?: string) =>
  many(user('a', { out: { answer: 'result' } }), { 'fin:collection': 'people', ...given }, until)

test.group('How a step is repeated', () => {
  test('for each item of a list, side by side unless it says otherwise', async ({ assert }) => {
    assert.deepInclude(await plan(items({})), {
      over: 'items',
      sequential: false,
      item: null,
      collect: null,
      until: null,
    })
    assert.deepInclude(await plan(items({ isSequential: 'true', 'fin:item': 'who' })), {
      sequential: true,
      item: 'who',
    })
  })

  test('collects what each gives under a name, or nothing', async ({ assert }) => {
    const collecting = await plan(items({ 'fin:collect': 'all', 'fin:each': 'answer' }))
    const known = { variables: { people: { list: 'string' } } } as const
    const counted = items({ 'fin:collect': 'all', 'fin:each': 'loopCounter + numberOfInstances' })
    assert.deepEqual(await saidOf(drawn(counted), known), [])
    const { collect } = collecting as Extract<LoopPlan, { over: 'items' }>
    assert.deepEqual([collect?.name, collect?.each.source], ['all', 'answer'])
    const halves: Record<string, string>[] = [{ 'fin:collect': 'all' }, { 'fin:each': 'answer' }]
    for (const half of halves)
      assert.deepEqual(await saidOf(drawn(items(half))), ['LOOP_COLLECT_INCOMPLETE it'])
  })

  test('over a list or a number, named as variables are', async ({ assert }) => {
    assert.deepEqual(await saidOf(drawn(many(user('a'), {}))), ['LOOP_WITHOUT_COLLECTION it'])
    assert.deepEqual(await saidOf(drawn(items({ 'fin:item': 'The-One' }))), ['MAPPING_NAME it'])
    assert.deepEqual(await saidOf(drawn(items({ 'fin:collect': 'result', 'fin:each': 'answer' }))), [
      'MAPPING_NAME it',
      'LOOP_COLLECT_INCOMPLETE it',
    ])
  })

  test('tells what is given and what is gathered apart, where one has no name to be called by', async ({
    assert,
  }) => {
    const kinds = async (given: Record<string, string>) => {
      const compiled = await compileProcess({ file: 'process.bpmn', xml: drawn(items(given)) })
      return (compiled.ok ? [] : compiled.error).flatMap(({ code, params }) =>
        code === 'MAPPING_NAME' ? [[params.kind, params.variable]] : []
      )
    }
    assert.deepEqual(await kinds({ 'fin:item': 'A-b' }), [['input', 'A-b']])
    assert.deepEqual(await kinds({ 'fin:collect': 'A-b', 'fin:each': 'answer' }), [['output', 'A-b']])
  })

  test('ends early by a yes or no, over its own counts', async ({ assert }) => {
    const known = { variables: { people: { list: 'string' }, enough: 'number' } } as const
    const counts =
      'numberOfCompletedInstances >= enough and numberOfActiveInstances < numberOfInstances and loopCounter > 1'
    assert.deepEqual(await saidOf(drawn(items({}, counts)), known), [])
    assert.deepEqual(await saidOf(drawn(items({}, 'enough')), known), ['TYPE_NOT_EXPECTED it'])
    assert.deepEqual(await saidOf(drawn(items({}, 'nobody > 1')), known), ['NAME_UNKNOWN it'])
  })

  test('while a condition holds, asked after each turn, at most so often', async ({ assert }) => {
    assert.deepInclude(await plan(again(user('a'), 'x < 3')), {
      over: 'condition',
      testBefore: false,
      most: null,
    })
    assert.deepInclude(await plan(again(user('a'), 'x < 3', { testBefore: 'true', loopMaximum: '5' })), {
      testBefore: true,
      most: 5,
    })
  })

  test('has a condition that is a yes or no, and a most from one to a thousand', async ({ assert }) => {
    const known = { variables: { x: 'number' } } as const
    const most = (loopMaximum: string) =>
      saidOf(drawn(again(user('a'), 'x < loopCounter', { loopMaximum })), known)
    assert.deepEqual([await most('1'), await most('1000')], [[], []])
    for (const wrong of ['0', '1001', '-1']) assert.deepEqual(await most(wrong), ['LOOP_MOST it'], wrong)
    assert.deepEqual(await saidOf(drawn(again(user('a'), 'x')), known), ['TYPE_NOT_EXPECTED it'])
    assert.deepEqual(await saidOf(drawn(again(user('a'), ''))), ['LOOP_WITHOUT_CONDITION it'])
  })
})
