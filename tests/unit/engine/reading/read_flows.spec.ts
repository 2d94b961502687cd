import { test } from '@japa/runner'
import { draw, element, end, exclusive, start, sub, user } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const plain = draw('start -> it -> end', { start: start(), it: exclusive(), end: end() })
const part = sub('s -> in -> e', { s: start(), in: user('a'), e: end() })
const beside = (flows: string) =>
  draw(`start -> it -> end\n${flows}`, { start: start(), it: part, end: end(), other: exclusive() })

test.group('A flow', () => {
  test('leads from one step to another, and is found by its id', async ({ assert }) => {
    const { flows, nodes } = await graphOf(plain)
    assert.deepEqual(flows.it_to_end, { id: 'it_to_end', source: 'it', target: 'end', condition: null })
    assert.deepEqual([nodes.it?.incoming, nodes.it?.outgoing], [['start_to_it'], ['it_to_end']])
  })

  test('stays in its part, in either direction', async ({ assert }) => {
    assert.deepEqual(await saidOf(beside('start -> in')), ['FLOW_CROSSES start_to_in'])
    assert.deepEqual(await saidOf(beside('in -> end')), ['FLOW_CROSSES in_to_end'])
  })

  test('that hangs on something refused is told with that alone', async ({ assert }) => {
    const xml = draw('start -> it -> end', { start: start(), it: element('task'), end: end() })
    assert.deepEqual(await saidOf(xml), ['REFUSED_TASK it'])
  })

  test('between what are no steps, or with an end that is nothing, is refused', async ({ assert }) => {
    assert.deepEqual(await saidOf(plain.replace('targetRef="end"', 'targetRef="lanes"')), [
      'FLOW_BETWEEN_OTHERS it_to_end',
    ])
    assert.deepEqual(await saidOf(plain.replace('sourceRef="it"', 'sourceRef="lanes"')), [
      'FLOW_BETWEEN_OTHERS it_to_end',
    ])
    const bare = plain.replace(' sourceRef="it" targetRef="end"', '')
    assert.deepEqual(await saidOf(bare), ['FLOW_WITHOUT_SOURCE it_to_end', 'FLOW_WITHOUT_TARGET it_to_end'])
  })

  test('has a condition only where a gateway chooses', async ({ assert }) => {
    const asked = (from: ReturnType<typeof user>, otherwise = ' : default') =>
      draw(`start -> it\nit -> end : x = 1\nit -> other${otherwise}`, {
        start: start(),
        it: from,
        end: end(),
        other: end(),
      })
    assert.deepEqual(await saidOf(asked(exclusive())), [])
    assert.deepEqual(await saidOf(asked(element('inclusiveGateway'))), [])
    assert.include(await saidOf(asked(element('parallelGateway'), '')), 'CONDITION_ELSEWHERE it_to_end')
  })

  test('with a condition that can not be read is not told to have none', async ({ assert }) => {
    const xml = draw('start -> it\nit -> end : x = \nit -> other : default', {
      start: start(),
      it: exclusive(),
      end: end(),
      other: end(),
    })
    const said = await saidOf(xml)
    assert.lengthOf(said, 1)
    assert.notInclude(said, 'CONDITION_MISSING it_to_end')
  })
})
