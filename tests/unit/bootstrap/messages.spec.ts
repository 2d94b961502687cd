import { readdirSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { test } from '@japa/runner'
import { load } from './load.js'

const { MESSAGES } = await load('messages')
const { explain, OperatorError } = await load('operator_error')
const bin = new URL('../../../bin/', import.meta.url)
const sources = readdirSync(bin, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js') && !name.includes('node_modules'))
  .map((name) => readFileSync(new URL(name, bin), 'utf8'))
  .join('\n')

test.group('What an operator reads', () => {
  for (const code of Object.keys(MESSAGES)) {
    test(`${code} is used and says in one line what is wrong and how to mend it`, ({ assert }) => {
      const text = MESSAGES[code](new Proxy({}, { get: () => 'X' }))
      assert.notInclude(text, 'undefined')
      assert.lengthOf(code === 'ROLES_NEEDED' ? text.split('\n')[0]!.split('\n') : text.split('\n'), 1)
      assert.match(
        text,
        /\b(Install|Check|Mend|Give|Stop|Choose|Use|Free|Change|Set|set|Restore|Upgrade|See|Run|End|Write|Have|Drop|report|above)\b/
      )
      assert.match(sources, new RegExp(`'${code}'`))
    })
  }

  test('who gave the role of the app alone is told to give the owner, too', ({ assert }) => {
    assert.match(MESSAGES.ROLES_NEEDED({ user: 'app', sql: '' }), /role of the app, set DATABASE_OWNER_URL/)
    assert.notMatch(MESSAGES.ROLES_NEEDED({ user: 'owner', sql: '', ownerGiven: true }), /role of the app/)
  })

  test('a full disk, a closed folder and a riddle each get their words', ({ assert }) => {
    const explained = (error: object) => explain(Object.assign(new Error('boom'), error)).code
    assert.equal(explained({ code: 'ENOSPC', path: '/data' }), 'DISK_FULL')
    assert.equal(explained({ code: 'EACCES', path: '/data' }), 'NOT_WRITABLE')
    assert.equal(explained({ code: 'EROFS', path: '/data' }), 'NOT_WRITABLE')
    assert.equal(explained({ code: 'EEXIST', path: '/data' }), 'NOT_A_FOLDER')
    assert.equal(explained({ code: 'ENOENT', syscall: 'mkdir', path: '/proc/data' }), 'NO_PLACE')
    assert.equal(explained({ code: 'ENOENT', syscall: 'open', path: '/data' }), 'UNEXPECTED')
    assert.equal(explained({}), 'UNEXPECTED')
    assert.equal(explain(new OperatorError('PORT_TAKEN', { port: 1, other: 2 })).code, 'PORT_TAKEN')
  })

  test('a Node too old to read anything else reads why', ({ assert }) => {
    const said: string[] = []
    const on = (node: string) => {
      let code = 0
      const process = { versions: { node }, exit: (given: number) => (code = given) }
      const console = { error: (line: string) => said.push(line) }
      runInNewContext(readFileSync(new URL('support/require_node.cjs', bin), 'utf8'), { process, console })
      return code
    }
    assert.deepEqual([on('12.22.9'), on('18.20.8'), on('24.1.0')], [1, 0, 0])
    assert.match(said.join(), /^Node 12\.22\.9 is too old.*Install Node 20 or later/)
  })

  test('every command looks at its Node before it reads its own code', ({ assert }) => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', bin), 'utf8'))
    for (const name of ['start', 'dev', 'test', 'demo:reset', 'bench'])
      assert.match(scripts[name], /^exec node -r \.\/bin\/support\/require_node\.cjs bin\//, name)
  })
})
