import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { draw, element, end, error, exclusive, many, message, on, start, user, waitFor } from '../builder.ts'
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

  test('is told once where it only explains the drawing to its own editor', async ({ assert }) => {
    const noted = async (namespaces: string, inside = '', given = '') => {
      const xml = extended(inside)
        .replace('xmlns:fin', `${namespaces} ${given} xmlns:fin`)
        .replace(
          '<bpmn:startEvent id="start">',
          `$&<bpmn:extensionElements>${inside}</bpmn:extensionElements>`
        )
      const compiled = await compileProcess({ file: 'process.bpmn', xml })
      const found = compiled.ok ? compiled.value.warnings : compiled.error
      await saidOf(xml)
      return found.map(({ code, element: id, params }) => [
        code,
        id,
        params.programs ?? params.type ?? params.attribute,
      ])
    }
    const signavio = 'xmlns:signavio="http://www.signavio.com"'
    const note = '<signavio:signavioMetaData metaKey="bgcolor" metaValue="#fff"/>'
    assert.deepEqual(await noted(signavio, note + note), [
      ['EXTENSION_INFORMATIVE', 'definitions', 'signavio'],
    ])
    assert.deepEqual(await noted(signavio, '<signavio:script/>'), [
      ['EXTENSION_UNKNOWN', 'start', 'signavio:script'],
      ['EXTENSION_UNKNOWN', 'it', 'signavio:script'],
    ])
    // a prefix means what the file says it means
    assert.deepEqual((await noted('xmlns:signavio="urn:another"', note))[0], [
      'EXTENSION_UNKNOWN',
      'start',
      'signavio:signavioMetaData',
    ])
    const bizagi = (name: string) =>
      `<bizagi:BizagiExtensions xmlns:bizagi="http://www.bizagi.com/bpmn20"><bizagi:BizagiProperties><bizagi:BizagiProperty name="${name}" value="x"/></bizagi:BizagiProperties></bizagi:BizagiExtensions>`
    assert.deepEqual(await noted('', bizagi('bgColor')), [['EXTENSION_INFORMATIVE', 'definitions', 'bizagi']])
    assert.deepEqual((await noted('', bizagi('runtimeProperties')))[0], [
      'EXTENSION_UNKNOWN',
      'start',
      'bizagi:BizagiExtensions',
    ])
    const modeler = 'xmlns:modeler="http://camunda.org/schema/modeler/1.0"'
    assert.deepEqual(await noted(modeler, '', 'exporter="M" modeler:executionPlatform="P"'), [
      ['EXTENSION_INFORMATIVE', 'definitions', 'modeler'],
    ])
    assert.deepEqual(await noted('', '', 'other:executionPlatform="P"'), [
      ['ATTRIBUTE_UNKNOWN', 'definitions', 'other:executionPlatform'],
    ])
  })

  test('of another engine is told inside an event and of what is defined beside the process', async ({
    assert,
  }) => {
    const waiting = foreign(drawn(waitFor(message('M'))))
    const inside = (more: string, given = '') =>
      waiting.replace(
        /(<bpmn:messageEventDefinition [^>]*)\/>/,
        `$1 ${given}>${more}</bpmn:messageEventDefinition>`
      )
    const extension = '<bpmn:extensionElements><other:inputOutput/></bpmn:extensionElements>'
    assert.deepEqual(await saidOf(inside('', 'other:topic="t"')), ['ATTRIBUTE_UNKNOWN it'])
    assert.deepEqual(await saidOf(inside(extension)), ['EXTENSION_UNKNOWN it'])
    const subscribed = waiting.replace(/<bpmn:message id[^>]*>/, `$&${extension}`)
    assert.deepEqual(await saidOf(subscribed), ['EXTENSION_UNKNOWN message_M'])
    const failing = foreign(
      draw('start -> it -> end\nlate -> end', {
        start: start(),
        it: user('a'),
        late: on('it', error('E')),
        end: end(),
      })
    )
    assert.deepEqual(await saidOf(failing.replace('<bpmn:error ', '$&other:errorMessage="x" ')), [
      'ATTRIBUTE_UNKNOWN error_E',
    ])
    assert.deepEqual(
      await saidOf(failing.replace('<bpmn:errorEventDefinition ', '$&other:errorCodeVariable="x" ')),
      ['ATTRIBUTE_UNKNOWN late']
    )
    assert.deepEqual(
      await saidOf(
        waiting.replace('<bpmn:process', '<bpmn:import importType="x" location="a" namespace="b"/>$&')
      ),
      ['REFUSED_IMPORT definitions']
    )
  })

  test('is an expression in the language that the file says all are in, unless that is FEEL', async ({
    assert,
  }) => {
    const asks = draw('start -> it\nit -> end : x = 1\nit -> other : default', {
      start: start(),
      it: exclusive(),
      end: end(),
      other: end(),
    })
    const inLanguage = (xml: string, language: string) =>
      saidOf(xml.replace('<bpmn:definitions', `$& expressionLanguage="${language}"`))
    const xpath = 'http://www.w3.org/1999/XPath'
    assert.deepEqual(await inLanguage(asks, xpath), ['REFUSED_PROPERTY it_to_end'])
    assert.deepEqual(await inLanguage(asks, 'urn:java'), ['REFUSED_PROPERTY it_to_end'])
    assert.deepEqual(await inLanguage(asks, 'https://www.omg.org/spec/DMN/20191111/FEEL/'), [])
    const own = asks
      .replace('<bpmn:conditionExpression', '$& xsi:type="bpmn:tFormalExpression" language="FEEL"')
      .replace('xmlns:fin', 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" $&')
    assert.deepEqual(await inLanguage(own, xpath), [])
    // an editor that writes it anyway, where nothing is expressed
    assert.deepEqual(await inLanguage(drawn(exclusive()), xpath), [])
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
