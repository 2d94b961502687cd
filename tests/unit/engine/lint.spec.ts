import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import {
  draw,
  end,
  ending,
  error,
  escalation,
  eventSub,
  exclusive,
  message,
  parallel,
  start,
  startBy,
  throwing,
  user,
  waitFor,
} from './builder.ts'
import { linted } from './linted.ts'

/** `category rule element: what it says`. */
const lint = async (xml: string, renamed?: Record<string, string>): Promise<string[]> =>
  (await linted(xml, {}, renamed)).map(
    ({ category, rule, id, message }) => `${category} ${rule} ${id}: ${message}`
  )

test.group('The linter of a drawing', () => {
  test('says what the compiler would say, at the same elements, a rule for each diagnostic', async ({
    assert,
  }) => {
    const xml = draw('start -> ask\nask -> join : x = \nask -> other : true\nother -> join -> wait -> end', {
      start: start(),
      ask: exclusive(),
      other: user(''),
      join: parallel(),
      wait: waitFor('<bpmn:messageEventDefinition/>'),
      end: end(),
    })
    const said = await lint(xml)
    const compiled = await compileProcess({ file: 'process.bpmn', xml })
    assert.lengthOf(said, compiled.ok ? 0 : compiled.error.length)
    assert.includeMembers(said, [
      'error finestra/form-missing other: FORM_MISSING',
      'error finestra/message-missing wait: MESSAGE_MISSING',
      'error finestra/join-never-fires join: JOIN_NEVER_FIRES',
      'warn finestra/gateway-without-default ask: GATEWAY_WITHOUT_DEFAULT',
    ])
    assert.isTrue(said.some((line) => line.startsWith('error finestra/other ask_to_join: ')))
  })

  test('says which id was given twice, and goes no further: a part would seem to stand in itself', async ({
    assert,
  }) => {
    const again = eventSub('s -> up -> failed', {
      s: startBy(message('M')),
      up: throwing(escalation('E')),
      failed: ending(error('F')),
    })
    const aside = eventSub('begin -> out', { begin: startBy(message('N')), out: end(), again })
    const xml = draw('start -> end', { start: start(), end: end(), aside })
    assert.deepEqual(await lint(xml, { again: 'aside' }), ['error finestra/id-duplicate aside: ID_DUPLICATE'])
  })

  test('has nothing to say of the processes of the catalogue', async ({ assert }) => {
    const root = 'procedures-catalog'
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.bpmn')
    )
    assert.isAbove(files.length, 3)
    for (const file of files) assert.deepEqual(await lint(readFileSync(`${root}/${file}`, 'utf8')), [], file)
  })
})
