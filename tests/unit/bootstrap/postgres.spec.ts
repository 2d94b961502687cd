import { test } from '@japa/runner'
import { load } from './load.js'

const { diagnose, diagnoseAnswer, signOf } = await load('postgres/diagnosis')
const { parsePidFile } = await load('postgres/orphan')
const { serverArgs, serverEnv, settings } = await load('postgres/settings')
const { parse } = await load('postgres/external')
const { roleNames, rolesSql } = await load('postgres/roles')
const where = { folder: '/data/postgres', file: '/data/postgres.log' }

test.group('The embedded PostgreSQL', () => {
  test('never trades safety for speed, except for a database that tests throw away', ({ assert }) => {
    const durable = serverArgs('/data', { port: 5000, durable: true }).join(' ')
    assert.notMatch(durable, /fsync|synchronous_commit|full_page_writes/)
    assert.equal(settings({ port: 5000, durable: false }).fsync, 'off')
  })

  test('listens on this machine only and sees nothing of the shell', ({ assert }) => {
    const found = settings({ port: 5000, durable: true })
    assert.equal(found.listen_addresses, '127.0.0.1')
    assert.equal(found.unix_socket_directories, '')
    assert.sameMembers(Object.keys(serverEnv()), ['PATH', 'LC_ALL', 'TZ'])
  })

  test('the pid file tells the process, its port and whether it takes connections', ({ assert }) => {
    const text = '4242\n/data/postgres\n1790000000\n5000\n\n127.0.0.1\n  1234 5678\nready   \n'
    assert.deepEqual(parsePidFile(text), { pid: 4242, folder: '/data/postgres', port: 5000, ready: true })
    assert.isFalse(parsePidFile(text.replace('ready   ', 'starting')).ready)
    assert.isNull(parsePidFile(''))
  })

  test('what its log says becomes one clear line', ({ assert }) => {
    const code = (log: string) => diagnose(log, where).code
    assert.equal(
      code('PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device'),
      'DISK_FULL'
    )
    assert.equal(code('PANIC:  could not locate a valid checkpoint record at 0/1A2B3C'), 'DATA_CORRUPT')
    assert.equal(
      code(
        'postgres: could not find the database system\nbut could not open file "/data/postgres/global/pg_control"'
      ),
      'DATA_CORRUPT'
    )
    assert.equal(code('FATAL:  invalid value for parameter "jit": "maybe"'), 'POSTGRES_FAILED')
    assert.equal(signOf('FATAL:  pre-existing shared memory block (key 1) is still in use'), 'STILL_ENDING')
    assert.equal(signOf('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'), 'PORT_LOST')
  })

  test('damaged files and foreign secrets are told apart from a mere refusal', ({ assert }) => {
    const answer = (code: string) => diagnoseAnswer(Object.assign(new Error('x'), { code }), '/data').code
    assert.equal(answer('58P01'), 'DATA_CORRUPT')
    assert.equal(answer('XX001'), 'DATA_CORRUPT')
    assert.equal(answer('3D000'), 'DATA_CORRUPT')
    assert.equal(answer('28P01'), 'DATA_CORRUPT')
    assert.equal(answer('53300'), '53300')
  })
})

test.group("The operator's own PostgreSQL", () => {
  test('a connection string needs a database', ({ assert }) => {
    assert.equal(parse('DATABASE_URL', 'postgresql://a:b@db.example/town').pathname, '/town')
    assert.throws(
      () => parse('DATABASE_URL', 'postgres://db.example'),
      /DATABASE_URL is not a connection string/
    )
    assert.throws(() => parse('DATABASE_URL', 'mysql://a@b/c'), /DATABASE_URL is not a connection string/)
    assert.throws(() => parse('DATABASE_OWNER_URL', 'town'), /DATABASE_OWNER_URL/)
  })

  test('the roles that an administrator makes by hand have no power over row-level security', ({
    assert,
  }) => {
    const sql = rolesSql('town', roleNames('town'))
    assert.equal(sql.match(/NOSUPERUSER NOBYPASSRLS/g)?.length, 2)
    assert.include(sql, '"town_app"')
    assert.include(sql, '"town_dispatch"')
  })
})
