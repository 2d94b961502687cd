import { test } from '@japa/runner'
import { compensation, draw, end, on, service, start, tie, timer, user } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const drawn = (more: Parameters<typeof draw>[1]) =>
  draw('start -> a -> end\nlate -> end', {
    start: start(),
    a: user('a'),
    late: on('a', timer('1 day')),
    end: end(),
    ...more,
  })
const back = service('x.back', { isForCompensation: 'true' })

test.group('A dotted line', () => {
  test('from a compensation event leads to the step that undoes', async ({ assert }) => {
    const xml = drawn({ undo: on('a', compensation()), back, line: tie('undo', 'back') })
    const { nodes } = await graphOf(xml)
    assert.equal(nodes.a?.undoneBy, 'back')
    assert.notProperty(nodes.end, 'undoneBy')
  })

  test('from anything else means nothing', async ({ assert }) => {
    const note = () => '<bpmn:textAnnotation id="note"><bpmn:text>why</bpmn:text></bpmn:textAnnotation>'
    const xml = drawn({ note, one: tie('note', 'a'), two: tie('a', 'note'), three: tie('late', 'end') })
    assert.deepEqual(await saidOf(xml), [])
    assert.notProperty((await graphOf(xml)).nodes.a, 'undoneBy')
    const untied = drawn({ undo: on('a', compensation()), back, line: tie('late', 'back') })
    assert.includeMembers(await saidOf(untied), ['HANDLER_UNTIED back', 'HANDLER_MISSING undo'])
  })
})
