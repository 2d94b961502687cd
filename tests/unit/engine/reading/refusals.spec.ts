import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { adHoc, draw, element, end, message, start, timer } from '../builder.ts'

const said = async (it: ReturnType<typeof element>) => {
  const xml = draw('start -> end', { start: start(), it, end: end() })
  const compiled = await compileProcess({ file: 'process.bpmn', xml })
  return (compiled.ok ? [] : compiled.error).map(({ code, params }) => [code, params.type])
}

test.group('What is not executed', () => {
  test('is told with its type', async ({ assert }) => {
    assert.deepEqual(await said(element('task')), [['REFUSED_TASK', 'Task']])
    assert.deepEqual(await said(element('complexGateway')), [['REFUSED_COMPLEX', 'ComplexGateway']])
    assert.deepEqual(await said(element('dataStoreReference')), [['REFUSED_DATA', 'DataStoreReference']])
    assert.deepEqual(await said(element('choreographyTask')), [['REFUSED_OTHER', 'ChoreographyTask']])
  })

  test('is an event for several things, wherever it stands', async ({ assert }) => {
    const both = message('M') + timer('1 day')
    for (const tag of [
      'startEvent',
      'intermediateCatchEvent',
      'boundaryEvent',
      'intermediateThrowEvent',
      'endEvent',
    ])
      assert.deepEqual(await said(element(tag, {}, both)), [
        ['REFUSED_MULTIPLE', `${tag[0]!.toUpperCase()}${tag.slice(1)}`],
      ])
  })

  test('is an event that waits for nothing, or throws what can not be thrown', async ({ assert }) => {
    for (const tag of ['intermediateCatchEvent', 'boundaryEvent'])
      assert.equal((await said(element(tag)))[0]?.[0], 'EVENT_UNDEFINED')
    for (const tag of ['intermediateThrowEvent', 'endEvent'])
      assert.equal((await said(element(tag, {}, timer('1 day'))))[0]?.[0], 'REFUSED_THROW')
    for (const tag of ['intermediateCatchEvent', 'boundaryEvent'])
      assert.equal(
        (await said(element(tag, {}, '<bpmn:terminateEventDefinition/>')))[0]?.[0],
        'REFUSED_CATCH'
      )
  })

  test('is a transaction or an ad-hoc part that an event begins', async ({ assert }) => {
    const byEvent = (id: string) => adHoc({ triggeredByEvent: 'true' })('', {})(id)
    assert.deepEqual(await said(byEvent), [['REFUSED_SUBPROCESS', 'AdHocSubProcess']])
    assert.deepEqual(await said(element('transaction', { triggeredByEvent: 'true' })), [
      ['REFUSED_SUBPROCESS', 'Transaction'],
    ])
  })
})
