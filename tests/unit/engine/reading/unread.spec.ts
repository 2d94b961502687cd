import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { draw, element, end, exclusive, many, start, user } from '../builder.ts'
import { saidOf } from '../linted.ts'

const drawn = (it: ReturnType<typeof user>) => draw('start -> it -> end', { start: start(), it, end: end() })
const foreign = (xml: string) => xml.replace('xmlns:fin', 'xmlns:other="urn:other" xmlns:fin')
const extended = (inside: string) =>
  foreign(
    drawn(element('exclusiveGateway', {}, `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`))
  )

test.group('What nothing would look at', () => {
  test('is refused by its name', async ({ assert }) => {
    const compiled = await compileProcess({
      file: 'process.bpmn',
      xml: drawn(user('a', { startQuantity: '2', completionQuantity: '3' })),
    })
    assert.deepEqual(
      (compiled.ok ? [] : compiled.error).map(({ code, params }) => [code, params.property]),
      [
        ['REFUSED_PROPERTY', 'startQuantity'],
        ['REFUSED_PROPERTY', 'completionQuantity'],
      ]
    )
  })

  test('may stand there as it is anyway', async ({ assert }) => {
    assert.deepEqual(await saidOf(drawn(user('a', { startQuantity: '1', completionQuantity: '1' }))), [])
  })

  test('is refused of the process itself, of a flow and of a repetition, too', async ({ assert }) => {
    const xml = drawn(exclusive())
    const given = (tag: string, attribute: string) => xml.replace(`<bpmn:${tag}`, `$& ${attribute}`)
    assert.deepEqual(await saidOf(given('process', 'processType="Private" isClosed="true"')), [])
    assert.deepEqual(await saidOf(xml.replace('<bpmn:laneSet', '<bpmn:ioSpecification id="io"/>$&')), [
      'REFUSED_PROPERTY process',
    ])
    assert.deepEqual(await saidOf(given('sequenceFlow', 'isImmediate="true"')), [
      'REFUSED_PROPERTY start_to_it',
    ])
    const repeated = many(user('a'), { 'fin:collection': '[1]', behavior: 'One' })
    assert.include(await saidOf(drawn(repeated)), 'REFUSED_PROPERTY it')
  })

  test('of another engine is told with its name, on whatever it stands', async ({ assert }) => {
    assert.deepEqual(await saidOf(extended('<other:script/>')), ['EXTENSION_UNKNOWN it'])
    assert.deepEqual(await saidOf(extended('<other:a/><other:b/>')), [
      'EXTENSION_UNKNOWN it',
      'EXTENSION_UNKNOWN it',
    ])
    assert.deepEqual(await saidOf(foreign(drawn(user('a', { 'other:assignee': 'me' })))), [
      'ATTRIBUTE_UNKNOWN it',
    ])
  })

  test('is what tools need: a name, words for readers, namespaces', async ({ assert }) => {
    const told = user('a', {
      name: 'Review',
      'xmlns:more': 'urn:more',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:type': 'bpmn:tUserTask',
      'fin:phase': 'review',
      'fin:code': 'R1',
    })
    const xml = drawn(told).replace(
      '<bpmn:extensionElements>',
      '<bpmn:documentation>how</bpmn:documentation>$&'
    )
    assert.deepEqual(await saidOf(xml), [])
  })
})
