import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'

const root = new URL('../../../', import.meta.url)
const module = new URL('bin/support/plain_text.js', root).href
const { FORCE_COLOR: _, NO_COLOR: __, ...bare } = process.env

const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, args, { cwd: root, env: { ...bare, ...env }, encoding: 'utf8' }).stdout

/** What the libraries are told about colours, on a terminal or not. */
const told = (isTTY: boolean, env: NodeJS.ProcessEnv = {}, ...args: string[]) =>
  run(
    [
      '-e',
      `process.stdout.isTTY = ${isTTY}; import('${module}').then(() => process.stdout.write(String(process.env.FORCE_COLOR)))`,
      '--',
      ...args,
    ],
    env
  ).trim()

test.group('What a command prints', () => {
  test('has no colour codes in a pipe, tables neither', ({ assert }) => {
    const said = run(['--import', '@poppinss/ts-exec', 'bin/console.ts', 'procedure:list'])
    assert.include(said, 'general-application')
    assert.notInclude(said, '\u001b')
  })

  test('has colours on a terminal, unless NO_COLOR or --no-ansi ask for none', ({ assert }) => {
    assert.equal(told(true), 'undefined')
    assert.equal(told(true, { NO_COLOR: '1' }), '0')
    assert.equal(told(true, {}, '--no-ansi'), '0')
    assert.equal(told(false), '0')
    assert.equal(told(false, { FORCE_COLOR: '1' }), '1')
  })
})
