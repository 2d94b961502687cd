import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { draw, element, end, exclusive, start, waitFor } from '../builder.ts'

const drawn = (it: ReturnType<typeof exclusive>) =>
  draw('start -> it -> end', { start: start(), it, end: end() })
const said = async (xml: string, ...of: string[]) => {
  const compiled = await compileProcess({ file: 'process.bpmn', xml })
  const found = compiled.ok ? [] : compiled.error
  return found.map(({ code, element: id, params }) => [code, id, ...of.map((name) => params[name])])
}

test.group('What the parser only warns of', () => {
  test('is refused, in its own words where nobody has better ones', async ({ assert }) => {
    const [first] = await said(drawn(exclusive()).replaceAll('"it"', '"9 it"'), 'detail')
    assert.deepEqual(first?.slice(0, 2), ['XML_UNREADABLE', '9 it'])
    const detail = String(first?.[2])
    assert.match(detail, /illegal ID <9 it>/)
    assert.notMatch(detail, /\n|^\s|\s$/)
    const long = `9 ${'x'.repeat(300)}`
    const [cut] = await said(drawn(exclusive()).replaceAll('"it"', `"${long}"`), 'detail')
    assert.isAtMost(String(cut?.[2]).length, 200)
  })

  test('is told of the element, or of the first around it that has an id', async ({ assert }) => {
    const unknown = drawn(element('coffeeTask'))
    assert.deepEqual((await said(unknown, 'type'))[0], ['ELEMENT_UNKNOWN', 'it', 'bpmn:CoffeeTask'])
    const strange = drawn(element('exclusiveGateway', { colour: 'red' }))
    assert.deepEqual(await said(strange, 'attribute'), [['ATTRIBUTE_UNKNOWN', 'it', 'colour']])
    const within = drawn(waitFor('<bpmn:timerEventDefinition colour="red"/>'))
    assert.deepInclude(await said(within, 'attribute'), ['ATTRIBUTE_UNKNOWN', 'it', 'colour'])
  })

  test('names what a reference looks for, and where', async ({ assert }) => {
    const lost = drawn(waitFor('<bpmn:messageEventDefinition messageRef="nobody"/>'))
    assert.deepEqual((await said(lost, 'property', 'id'))[0], [
      'REFERENCE_UNRESOLVED',
      'it',
      'messageRef',
      'nobody',
    ])
    const loose = drawn(exclusive()).replace('targetRef="end"', 'targetRef="nobody"')
    assert.deepEqual(await said(loose), [['FLOW_WITHOUT_TARGET', 'it_to_end']])
  })

  test('names an id that two elements have', async ({ assert }) => {
    const twice = draw('start -> it -> end', {
      start: start(),
      it: exclusive(),
      other: () => element('userTask')('it'),
      end: end(),
    })
    assert.deepEqual((await said(twice, 'id', 'count'))[0], ['ID_DUPLICATE', 'it', 'it', 2])
  })

  test('says once of an id that many have, and how many', async ({ assert }) => {
    const more = Array.from({ length: 500 }, () => element('userTask')('it')).join('')
    const found = await said(drawn(exclusive()).replace('</bpmn:process>', `${more}$&`), 'count')
    assert.deepEqual(
      found.filter(([code]) => code === 'ID_DUPLICATE'),
      [['ID_DUPLICATE', 'it', 501]]
    )
  })
})
