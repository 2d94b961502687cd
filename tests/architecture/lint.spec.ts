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
          await lint(`app/${name}/http/planted.ts`, uses(`#${other}/${rooms[other]!.shows[0]}/x`)),
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

  test('keeps the world, the clock and chance out of every domain folder', async ({ assert }) => {
    const path = 'app/registry/domain/planted.ts'
    for (const code of [
      uses('node:fs'),
      uses('node:crypto'),
      uses('@adonisjs/core/services/app'),
      `import { uuidv7 } from '#core/ids'\nexport const id = uuidv7()`,
      `import { newSalt } from '#core/hash_chain'\nexport const salt = newSalt()`,
      `export const port = () => process.env.PORT`,
      `export const now = () => Date.now()`,
      `export const dice = () => Math.random()`,
      `export const id = () => crypto.randomUUID()`,
    ]) {
      assert.match((await lint(path, code)).join('\n'), /is pure|handed in/, code)
      assert.deepEqual(await lint('app/registry/jobs/planted.ts', code), [], code)
    }
    const given = `import { isUuid } from '#core/ids'\nexport const mine = (id: string) => isUuid(id)`
    assert.deepEqual(await lint(path, given), [])
  })

  test('lets no question call an action, in whichever room it stands', async ({ assert }) => {
    const action = '#cases/actions/advance_case'
    for (const folder of ['domain', 'models', 'queries'])
      assert.match(
        (await lint(`app/desk/${folder}/planted.ts`, uses(action)))[0] ?? '',
        /never calls actions/
      )
    assert.deepEqual(await lint('app/desk/http/planted.ts', uses(action)), [])
    const type = `import type { Sheet } from '#documents/actions/press_sheet'\nexport type Mine = Sheet`
    assert.deepEqual(await lint('app/cases/queries/planted.ts', type), [])
  })

  test('lets pages use what is pure, and know the windows as types', async ({ assert }) => {
    const path = 'resources/js/pages/planted.ts'
    for (const address of [
      '#cases/queries/inbox',
      '#desk/domain/cursor',
      '#core/ids',
      '#forms/compile/limits',
      '../../../app/forms/view.js',
    ])
      assert.match((await lint(path, uses(address)))[0] ?? '', /^@typescript-eslint.no-restricted/, address)
    const types = (address: string) => `import type { Some } from '${address}'\nexport type Mine = Some`
    assert.lengthOf(await lint(path, types('#cases/types')), 1)
    for (const code of [types('#desk/types'), types('#core/json'), uses('#forms/view')])
      assert.deepEqual(await lint(path, code), [], code)
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
