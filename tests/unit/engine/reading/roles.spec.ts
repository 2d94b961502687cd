import { test } from '@japa/runner'
import { definitions, element, end, start, sub, user } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const flow = (from: string, to: string) =>
  element('sequenceFlow', { sourceRef: from, targetRef: to })(`${from}_to_${to}`)
const holds = (...ids: string[]) => ids.map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`).join('')
const lane = (id: string, role: string | undefined, inside: string) =>
  element('lane', { 'fin:role': role }, inside)(id)
const nested = (...lanes: string[]) => `<bpmn:childLaneSet id="nested">${lanes.join('')}</bpmn:childLaneSet>`
/** A process of two tasks, with these sets of lanes. */
const drawn = (...sets: string[]) =>
  definitions(
    `<bpmn:process id="process" isExecutable="true">${sets
      .map((lanes, n) => `<bpmn:laneSet id="set_${n}">${lanes}</bpmn:laneSet>`)
      .join('')}${[start()('start'), user('a')('a'), user('b')('b'), end()('end')].join('')}${[
      flow('start', 'a'),
      flow('a', 'b'),
      flow('b', 'end'),
    ].join('')}</bpmn:process>`
  )
const roles = async (xml: string) => {
  const { nodes } = await graphOf(xml)
  return [nodes.a?.role, nodes.b?.role, nodes.end?.role]
}

test.group('Who answers for an element', () => {
  test('is said by the lane that holds it', async ({ assert }) => {
    const xml = drawn(lane('one', 'case_handler', holds('a')) + lane('two', 'resolver', holds('b')))
    assert.deepEqual(await roles(xml), ['case_handler', 'resolver', null])
  })

  test('by the innermost, which may leave it to the one around', async ({ assert }) => {
    const inner = nested(lane('in', 'technician', holds('a')), lane('bare', undefined, holds('b')))
    const xml = drawn(lane('out', 'resolver', holds('a', 'b') + inner))
    assert.deepEqual(await roles(xml), ['technician', 'resolver', null])
  })

  test('in any of several sets of lanes', async ({ assert }) => {
    const xml = drawn(lane('one', 'citizen', holds('a')), lane('two', 'resolver', holds('b')))
    assert.deepEqual(await roles(xml), ['citizen', 'resolver', null])
  })

  test('a lane that only holds others needs no role of its own; one that holds steps does', async ({
    assert,
  }) => {
    const all = nested(lane('in', 'resolver', holds('a', 'b')))
    assert.deepEqual(await saidOf(drawn(lane('out', undefined, all))), [])
    const bare = drawn(lane('out', undefined, nested(lane('in', undefined, holds('a', 'b')))))
    assert.deepEqual(await saidOf(bare), [
      'LANE_WITHOUT_ROLE in',
      'TASK_WITHOUT_ROLE a',
      'TASK_WITHOUT_ROLE b',
    ])
  })

  test('is somebody that the house knows', async ({ assert }) => {
    const xml = drawn(lane('one', 'mayor', holds('a')) + lane('two', 'resolver', holds('b')))
    assert.deepEqual(await saidOf(xml), ['ROLE_UNKNOWN one', 'TASK_WITHOUT_ROLE a'])
    const inside = nested(lane('in', 'mayor', holds('a')))
    const kept = drawn(lane('out', 'resolver', holds('b') + inside))
    assert.deepEqual(await saidOf(kept), ['ROLE_UNKNOWN in'])
  })

  test('in a part, is whoever its lane names, or who answers for the part', async ({ assert }) => {
    const part = sub('s -> x -> y -> e', { s: start(), x: user('x'), y: user('y'), e: end() })('part')
    const xml = definitions(
      `<bpmn:process id="process" isExecutable="true"><bpmn:laneSet id="lanes">${lane(
        'one',
        'technician',
        holds('part')
      )}${lane('two', 'resolver', holds('y'))}</bpmn:laneSet>${start()('start')}${part}${end()('end')}${flow(
        'start',
        'part'
      )}${flow('part', 'end')}</bpmn:process>`
    )
    const { nodes } = await graphOf(xml)
    assert.deepEqual([nodes.x?.role, nodes.y?.role], ['technician', 'resolver'])
  })
})
