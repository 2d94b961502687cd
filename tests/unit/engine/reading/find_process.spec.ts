import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { definitions, draw, end, start } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const plain = draw('start -> end', { start: start(), end: end() })
const beside = (...processes: string[]) => plain.replace('</bpmn:definitions>', `${processes.join('')}$&`)

test.group('The process that is executed', () => {
  test('is the only one, though nothing says that it can be', async ({ assert }) => {
    assert.equal((await graphOf(plain.replace(' isExecutable="true"', ''))).process, 'process')
    assert.equal(
      (await graphOf(plain.replace('isExecutable="true"', 'isExecutable="false"'))).process,
      'process'
    )
  })

  test('of several, the one that says so', async ({ assert }) => {
    const pools = beside('<bpmn:process id="citizen"/>', '<bpmn:process id="bank" isExecutable="false"/>')
    assert.equal((await graphOf(pools)).process, 'process')
  })

  test('has to be one', async ({ assert }) => {
    assert.deepEqual(await saidOf(definitions('')), ['PROCESS_MISSING definitions'])
    const none = definitions('<bpmn:process id="a"/><bpmn:process id="b"/>')
    const two = beside('<bpmn:process id="other" isExecutable="true"/>')
    for (const [xml, count] of [
      [none, 0],
      [two, 2],
    ] as const) {
      const compiled = await compileProcess({ file: 'process.bpmn', xml })
      assert.deepEqual(
        (compiled.ok ? [] : compiled.error).map(({ code, params }) => [code, params.count]),
        [['PROCESS_AMBIGUOUS', count]]
      )
    }
  })
})
