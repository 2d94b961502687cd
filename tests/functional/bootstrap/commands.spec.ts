import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import * as framework from '#start/framework_commands'
import * as house from '#start/commands'
import { load } from '#tests/unit/bootstrap/load'

const { COMMANDS, OF_THE_BOOTSTRAP } = await load('commands')
const OFFERED: string[] = Object.values<string[]>(COMMANDS).flat()

/** What is there for whoever asks for a command by name. */
async function found(asked: string): Promise<string[]> {
  const before = process.argv[2]
  process.argv[2] = asked
  try {
    const all = [...(await framework.getMetaData()), ...(await house.getMetaData())]
    return all.map(({ commandName }) => commandName)
  } finally {
    process.argv[2] = before as string
  }
}

test.group('The commands behind `node ace`', () => {
  test('are those that are offered, and the README tells of each', async ({ assert }) => {
    const own = OFFERED.filter((name) => name !== 'list' && name !== 'help')
    assert.sameMembers(await found('list'), own)
    const readme = readFileSync(app.makePath('README.md'), 'utf8')
    for (const name of own) assert.match(readme, new RegExp(`\\b${name.split(':')[0]}\\b`), name)
    for (const name of own.filter((one) => one.includes(':')))
      assert.match(readme, new RegExp(`[\`: ]:?${name.split(':')[1]}\\b`), name)
  })

  test('of the bootstrap are there by name only', async ({ assert }) => {
    for (const name of OF_THE_BOOTSTRAP) {
      assert.include(await found(name), name)
      assert.notInclude(await found('list'), name)
    }
  })

  test('have none that erases, undoes or generates, at no door', async ({ assert }) => {
    const { PATH = '', HOME = '', APP_KEY = '', DATABASE_URL = '', DATABASE_OWNER_URL = '' } = process.env
    const env = { PATH, HOME, APP_KEY, DATABASE_URL, DATABASE_OWNER_URL, NODE_ENV: 'development' }
    for (const name of ['db:wipe', 'db:truncate', 'migration:fresh', 'migration:reset', 'make:service'])
      assert.notInclude(await found(name), name)
    for (const door of [['ace.js'], ['--import', '@poppinss/ts-exec', 'bin/console.ts']]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [...door, 'db:wipe', '--connection=owner', '--force'],
        { cwd: app.makePath(), env, encoding: 'utf8' }
      )
      assert.equal(status, 1)
      assert.match(stdout + stderr, /is no command of this house|is not defined/)
    }
  }).timeout(60_000)
})
