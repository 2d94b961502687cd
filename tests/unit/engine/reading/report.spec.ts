import { test } from '@japa/runner'
import { type Diagnostic } from '#core/diagnostic'
import { compileProcess } from '#engine/index'
import { Report } from '#engine/reading/report'
import { draw, element, end, exclusive, start } from '../builder.ts'

const said = async (xml: string): Promise<Diagnostic[]> => {
  const compiled = await compileProcess({ file: 'bpmn/process.bpmn', xml })
  return compiled.ok ? [] : compiled.error
}
const drawn = (given: Record<string, string>) =>
  draw('start -> it -> end', { start: start(), it: element('task', given), end: end() })

test.group('What is wrong with a drawing', () => {
  test('is told with the file, the element, its line and its name', async ({ assert }) => {
    const xml = drawn({ name: 'Look at it' })
    const line = xml.split('\n').findIndex((text) => text.includes('<bpmn:task')) + 1
    const [first, ...more] = await said(xml)
    assert.deepInclude(first, { file: 'bpmn/process.bpmn', element: 'it', line, severity: 'error' })
    assert.equal(first?.params.name, 'Look at it')
    assert.lengthOf(more, 0)
  })

  test('is told with the id where there is no name, however that is quoted', async ({ assert }) => {
    const xml = drawn({}).replace('<bpmn:task id="it"', "<bpmn:task id='it'")
    const [first] = await said(xml)
    assert.equal(first?.params.name, 'it')
    assert.isNumber(first?.line)
  })

  test('is told by the beginning of a name or of what is said that has no end', async ({ assert }) => {
    const [named] = await said(drawn({ name: 'x'.repeat(100_000) }))
    assert.equal(named?.params.name, `${'x'.repeat(79)}…`)
    const [extended] = await said(drawn({ ['y'.repeat(100_000)]: '1' }))
    assert.equal(extended?.params.attribute, `${'y'.repeat(199)}…`)
    const strange = (await said(drawn({}).replaceAll('"it"', `"${'z'.repeat(100_000)}"`))).find(
      ({ code }) => code === 'ID_UNSAFE'
    )
    assert.equal(strange?.element?.length, 200)
    const [whole] = await said(drawn({ name: 'x'.repeat(80) }))
    assert.equal(whole?.params.name, 'x'.repeat(80))
  })

  test('has no line that nobody could know', ({ assert }) => {
    const report = new Report('process.bpmn', '<none/>')
    report.problem('A', { id: 'it' })
    report.problem('B', null)
    report.problem('C')
    assert.deepEqual(
      report.diagnostics.map(({ code, element: id, line, params }) => [code, id, line, params.name]),
      [
        ['A', 'it', undefined, 'it'],
        ['B', undefined, undefined, ''],
        ['C', undefined, undefined, ''],
      ]
    )
  })

  test('is told two hundred times, and warnings as often beside', ({ assert }) => {
    const report = new Report('process.bpmn', '')
    for (let n = 0; n < 300; n += 1) {
      report.problem('P', { id: `p${n}` })
      report.warning('W', { id: `w${n}` })
    }
    const count = (which: string) => report.diagnostics.filter(({ severity }) => severity === which).length
    assert.deepEqual([count('error'), count('warning')], [200, 200])
    const more = { code: 'M', severity: 'error', file: '', params: {} } as unknown as Diagnostic
    report.take([more], { id: 'x' })
    assert.lengthOf(report.diagnostics, 400)
  })

  test('in an expression is told at its element, not at its place in the text', async ({ assert }) => {
    const xml = draw('start -> it\nit -> end : 1 +\nit -> other : default', {
      start: start(),
      it: exclusive(),
      end: end(),
      other: end(),
    })
    const [first] = await said(xml)
    assert.equal(first?.element, 'it_to_end')
    assert.equal(first?.line, xml.split('\n').findIndex((text) => text.includes('id="it_to_end"')) + 1)
    const line = xml.split('\n')[(first?.line ?? 0) - 1]
    assert.equal(first?.column, (line?.indexOf('<bpmn:sequenceFlow id="it_to_end"') ?? -1) + 1)
  })
})
