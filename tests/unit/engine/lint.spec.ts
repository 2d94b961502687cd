import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import {
  draw,
  end,
  ending,
  error,
  escalation,
  exclusive,
  parallel,
  start,
  sub,
  throwing,
  user,
  waitFor,
} from './builder.ts'
import { linted } from './linted.ts'

/** `category rule element: what it says`. */
const lint = async (xml: string): Promise<string[]> =>
  (await linted(xml)).map(({ category, rule, id, message }) => `${category} ${rule} ${id}: ${message}`)

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

  test('comes to an end where ids stand twice, so that parts seem to stand in themselves', async ({
    assert,
  }) => {
    const thrown = { up: throwing(escalation('E')), failed: ending(error('F')) }
    const again = sub('s -> up -> failed', { s: start(), ...thrown })
    const part = sub('begin -> again -> out', { begin: start(), again, out: end() })
    const xml = draw('start -> part -> end', { start: start(), part, end: end() })
    assert.notDeepEqual(await lint(xml.replaceAll('"again"', '"part"')), [])
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
