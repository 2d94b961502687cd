import { ESLint } from 'eslint'
import { test } from '@japa/runner'
import { rooms } from './support/house.js'
import { ROOT } from './support/sources.js'

const IMPORTS = '@typescript-eslint/no-restricted-imports'
const SYNTAX = 'no-restricted-syntax'
const GLOBALS = 'no-restricted-globals'

const eslint = new ESLint({ cwd: ROOT })

/** What the linter says of a file that would stand there, as `rule: message`. */
async function lint(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: path })
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
}

const uses = (address: string) => `import { something } from '${address}'\nsomething()`

const names = Object.keys(rooms)
const pure = names.filter((name) => rooms[name]!.pure)

test.group('The linter', (group) => {
  group.tap((one) => one.timeout(30_000))

  for (const name of names) {
    const room = rooms[name]!
    const closed = names.filter((other) => other !== name && !room.mayUse.includes(other))
    test(`lets ${name} use lower rooms only`, async ({ assert }) => {
      for (const other of closed) {
        const said = await lint(`app/${name}/queries/planted.ts`, uses(`#${other}/types`))
        assert.lengthOf(
          said.filter((line) => line.startsWith(IMPORTS) && line.includes(`may not use '${other}'`)),
          1,
          other
        )
      }
      for (const other of room.mayUse.filter((one) => rooms[one]!.shows !== '*'))
        assert.deepEqual(
          await lint(`app/${name}/queries/planted.ts`, uses(`#${other}/${rooms[other]!.shows[0]}/x`)),
          [],
          other
        )
    })
  }

  for (const other of names.filter((name) => rooms[name]!.shows !== '*')) {
    const above = names.find((name) => rooms[name]!.mayUse.includes(other))
    if (!above) continue
    test(`shows of ${other} what it shows, to ${above} and all others`, async ({ assert }) => {
      const said = await lint(`app/${above}/queries/planted.ts`, uses(`#${other}/domain/secret`))
      assert.lengthOf(
        said.filter((line) => line.startsWith(IMPORTS) && line.includes(`'${other}' shows`)),
        1
      )
    })
  }

  test('lets models be seen as types only', async ({ assert }) => {
    const path = 'app/filings/queries/planted.ts'
    assert.match((await lint(path, uses('#cases/models/case_file')))[0]!, /Models of 'cases'/)
    const type = `import type { CaseFile } from '#cases/models/case_file'\nexport type Mine = CaseFile`
    assert.deepEqual(await lint(path, type), [])
  })

  test('finds a way around by relative paths', async ({ assert }) => {
    const said = await lint('app/registry/queries/planted.ts', uses('../../cases/queries/inbox.js'))
    assert.match(said[0]!, /Use #room/)
  })

  for (const name of pure)
    test(`keeps ${name} pure: nothing of Node, no framework, no clock, no chance`, async ({ assert }) => {
      const path = `app/${name}/planted.ts`
      for (const address of ['node:fs', '@adonisjs/core/services/app', 'pg', 'luxon', 'react'])
        assert.match((await lint(path, uses(address)))[0] ?? '', /is pure/, address)
      for (const code of [
        'Date.now()',
        'new Date()',
        'Date()',
        'Math.random()',
        'Temporal.Now.plainDateISO()',
      ]) {
        const said = await lint(path, `export const value = () => ${code}`)
        assert.isTrue(
          said.some((line) => line.startsWith(SYNTAX) && line.includes('handed in')),
          code
        )
      }
      for (const code of ['process.env', 'crypto.randomUUID()', 'performance.now()', 'fetch("/")']) {
        const said = await lint(path, `export const value = () => ${code}`)
        assert.isTrue(
          said.some((line) => line.startsWith(GLOBALS)),
          code
        )
      }
      const given = 'export const later = (at: string) => new Date(at)'
      assert.deepEqual(await lint(path, given), [])
    })

  test('keeps the clock out of every domain folder', async ({ assert }) => {
    const said = await lint('app/cases/domain/planted.ts', 'export const now = () => Date.now()')
    assert.match(said[0]!, /handed in/)
    assert.deepEqual(await lint('app/cases/jobs/planted.ts', 'export const now = () => Date.now()'), [])
  })

  for (const code of [
    uses('#notifications/drivers/smtp_transport'),
    uses('../drivers/smtp_transport.js'),
    `export const later = () => import('#notifications/drivers/smtp_transport')`,
    `export { smtpTransport } from '#notifications/drivers/smtp_transport'`,
    `export * from '#notifications/drivers/smtp_transport'`,
  ])
    test(`lets nobody but the provider reach a driver: ${code.split('\n')[0]}`, async ({ assert }) => {
      const found = async (path: string) =>
        (await lint(path, code)).filter((line) => line.startsWith(SYNTAX) && line.includes('Drivers'))
      assert.lengthOf(await found('app/notifications/jobs/planted.ts'), 1)
      assert.lengthOf(await found('app/notifications/provider.ts'), 0)
    })
})
