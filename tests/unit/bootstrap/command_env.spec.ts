import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { commandEnv } = await load('command_env')
const { secretsIn } = await load('secrets')

const OWN = { APP_KEY: 'mine', DATABASE_URL: 'postgres://me@db/finestra' }

test.group('A command that somebody types', (group) => {
  let folder = ''
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'house-'))
    return () => rmSync(folder, { recursive: true })
  })

  test('for authors needs no house', ({ assert }) => {
    for (const command of ['procedure:lint', 'procedure:test', 'list', '--help', undefined])
      assert.isNotEmpty(commandEnv(command, { FINESTRA_DATA: folder }).DATABASE_URL, command)
  })

  test('beside the house is told so where none runs', ({ assert }) => {
    for (const command of ['verify', 'worker'])
      assert.throws(() => commandEnv(command, { FINESTRA_DATA: folder }), /none runs on .*npm start/)
  })

  test('takes the secrets of the house in the data folder, unless it was given others', ({ assert }) => {
    writeFileSync(join(folder, 'installation.json'), JSON.stringify({ id: 'x' }))
    const { appKey } = secretsIn(folder)
    const env = { FINESTRA_DATA: folder, DATABASE_URL: OWN.DATABASE_URL }
    assert.deepInclude(commandEnv('verify', env), { APP_KEY: appKey, DATABASE_URL: OWN.DATABASE_URL })
    assert.deepInclude(commandEnv('verify', { ...env, ...OWN }), OWN)
    assert.equal(commandEnv('verify', env).NODE_ENV, 'production')
  })

  test('is one of the house: what erases, undoes or generates is told what serves instead', ({ assert }) => {
    for (const command of [
      'db:wipe',
      'migration:fresh',
      'migration:run',
      'make:service',
      'demo:seed',
      'verfy',
    ])
      for (const env of [{ FINESTRA_DATA: folder }, OWN])
        assert.throws(() => commandEnv(command, env), new RegExp(`"${command}" is no command .*npm start`))
  })
})
