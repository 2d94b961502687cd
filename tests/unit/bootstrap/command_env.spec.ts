import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { commandEnv } = await load('command_env')
const { secretsIn } = await load('secrets')

const OWN = { APP_KEY: 'mine, and long enough for a secret', DATABASE_URL: 'postgres://me@db/finestra' }

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

  test('knows where the house answers that runs, unless it was told otherwise', ({ assert }) => {
    writeFileSync(join(folder, 'installation.json'), JSON.stringify({ id: 'x' }))
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'bin/start.js'])
    try {
      const mark = { pid: child.pid, script: 'bin/start.js', port: 4403, publicUrl: 'https://sede.example' }
      writeFileSync(join(folder, 'running.json'), JSON.stringify(mark))
      const env = { FINESTRA_DATA: folder, DATABASE_URL: OWN.DATABASE_URL }
      assert.deepInclude(commandEnv('town:host', env), { PORT: '4403', PUBLIC_URL: 'https://sede.example' })
      assert.equal(commandEnv('town:host', { ...env, PORT: '80' }).PORT, '80')
    } finally {
      child.kill()
    }
  })

  test('goes by the roles that the start made, where the owner of a server alone is given', ({ assert }) => {
    writeFileSync(join(folder, 'installation.json'), JSON.stringify({ id: 'x' }))
    const { app, dispatch } = secretsIn(folder)
    const DATABASE_OWNER_URL = 'postgres://me:mine@db/town'
    assert.deepInclude(commandEnv('verify', { FINESTRA_DATA: folder, DATABASE_OWNER_URL }), {
      DATABASE_URL: `postgres://town_app:${app}@db/town`,
      DATABASE_DISPATCH_URL: `postgres://town_dispatch:${dispatch}@db/town`,
      DATABASE_OWNER_URL,
    })
  })

  test('with a key that is too short is told its name and how to make another', ({ assert }) => {
    for (const APP_KEY of ['x', 'x'.repeat(31)])
      assert.throws(() => commandEnv('verify', { ...OWN, APP_KEY }), /^APP_KEY has .* needs 32 .*randomBytes/)
    assert.equal(commandEnv('verify', { ...OWN, APP_KEY: 'x'.repeat(32) }).APP_KEY.length, 32)
  })

  test('makes no new secrets beside data that need the old ones', ({ assert }) => {
    secretsIn(folder)
    writeFileSync(join(folder, 'state.json'), '{}')
    assert.isNotEmpty(secretsIn(folder).appKey)
    rmSync(join(folder, 'secrets.json'))
    assert.throws(() => secretsIn(folder), /no secrets\.json.*Restore secrets\.json from a backup/)
    assert.notInclude(readdirSync(folder), 'secrets.json')
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
