import { test } from '@japa/runner'
import { condition, draw, end, startBy } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Conditional start event', () => {
  beginsAPart({
    definition: condition('x'),
    happens: (played) => played.set({ x: true }),
    outside: false,
  })

  test('begins each time its condition comes to hold', async ({ assert }) => {
    const played = await Case.of(top(condition('x > 1'), BESIDE), { x: 2 })
    assert.lengthOf(played.keys('c'), 1)
    assert.lengthOf(played.set({ x: 3 }).keys('c'), 1)
    assert.lengthOf(played.set({ x: 0 }).keys('c'), 1)
    assert.lengthOf(played.set({ x: 2 }).keys('c'), 2)
  })

  test('begins its part at once, where its condition holds when the scope is opened', async ({ assert }) => {
    const played = await Case.of(top(condition('x > 1')), { x: 2 })
    assert.deepEqual(played.waiting, ['aside', 'c'])
    assert.deepEqual(
      played.commands.filter(({ type }) => type === 'subscribe' || type === 'listen'),
      []
    )
  })

  test('begins no case: it is for event subprocesses', async ({ assert }) => {
    const alone = draw('start -> end', { start: startBy(condition('x')), end: end() })
    assert.deepEqual(await saidOf(alone), ['START_ONLY_INSIDE start'])
    assert.deepEqual(await saidOf(top(condition('x'))), [])
    assert.deepEqual(await saidOf(top('<bpmn:conditionalEventDefinition/>')), [
      'CONDITION_OF_EVENT_MISSING s',
    ])
    const known = { variables: { x: 'number' } } as const
    assert.deepEqual(await saidOf(top(condition('x')), known), ['TYPE_NOT_EXPECTED s'])
  })
})
