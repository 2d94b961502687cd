import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { chooseDataFolder, clusterFolder, makeFolder, MARK, openDataFolder } = await load('data_folder')
const { isRoot, reachableByNobody } = await load('reach')
const { explain } = await load('operator_error')
const { stateOf } = await load('state')

test.group('Where root keeps the data', (group) => {
  let [base, project, shared] = ['', '', '']
  group.each.setup(() => {
    base = mkdtempSync(join(tmpdir(), 'house-'))
    chmodSync(base, 0o755)
    project = join(base, 'project')
    shared = join(base, 'shared')
    mkdirSync(project)
    return () => rmSync(base, { recursive: true })
  })

  const choose = (root = true) => chooseDataFolder({}, { root, project, shared })
  const cluster = (folder: string) => clusterFolder({ folder, id: 'x' }, 'postgres', { root: true, shared })
  const found = (folder: string) => {
    mkdirSync(join(folder, 'postgres'), { recursive: true })
    writeFileSync(join(folder, MARK), '{"id":"x"}')
  }
  const close = () => chmodSync(project, 0o700)

  test('is the project, or elsewhere where others cannot enter it', ({ assert }) => {
    const own = join(project, 'var')
    assert.equal(choose(), own)
    close()
    assert.isTrue(choose().startsWith(shared))
    assert.equal(choose(false), own)
    assert.isTrue(cluster(own).startsWith(shared))
    assert.equal(chooseDataFolder({ FINESTRA_DATA: base }, { root: true, project, shared }), base)
  })

  test('stays where it is when the folder is closed: a start refuses, and founds no empty house', ({
    assert,
  }) => {
    found(join(project, 'var'))
    close()
    assert.equal(choose(), join(project, 'var'))
    assert.throws(() => cluster(choose()), new RegExp(`chmod o\\+x ${project}`))
    chmodSync(project, 0o711)
    assert.equal(cluster(choose()), join(project, 'var/postgres'))
  })

  test('stays elsewhere when the folder is opened', ({ assert }) => {
    close()
    const away = choose()
    found(away)
    mkdirSync(join(shared, 'x/postgres'), { recursive: true })
    chmodSync(project, 0o755)
    assert.equal(choose(), away)
    assert.equal(cluster(join(project, 'var')), join(shared, 'x/postgres'))
  })

  test('is told apart by the operator where there are two', ({ assert }) => {
    close()
    found(choose())
    found(join(project, 'var'))
    assert.throws(choose, /FINESTRA_DATA/)
  })
})

test.group('The data folder', (group) => {
  let base = ''
  group.each.setup(() => {
    base = mkdtempSync(join(tmpdir(), 'house-'))
    chmodSync(base, 0o755)
    return () => rmSync(base, { recursive: true })
  })

  test('is listed by nobody else, and is passed through only by the PostgreSQL of root', async ({
    assert,
  }) => {
    const { folder } = await openDataFolder({ FINESTRA_DATA: join(base, 'var') })
    assert.equal(statSync(folder).mode & 0o777, isRoot() ? 0o711 : 0o700)
    if (isRoot()) assert.isTrue(reachableByNobody(folder))
  })

  test('is made with all that is missing above it', async ({ assert }) => {
    const { folder } = await openDataFolder({ FINESTRA_DATA: join(base, 'a/b/var') })
    assert.isTrue(statSync(folder).isDirectory())
  })

  test('is refused where no folder can be made, and where a file is in its place or above it', ({
    assert,
  }) => {
    const refusal = (path: string) => {
      try {
        return makeFolder(path)
      } catch (error) {
        return explain(error).code
      }
    }
    writeFileSync(join(base, 'file'), '')
    assert.equal(refusal(join(base, 'file')), 'NOT_A_FOLDER')
    assert.equal(refusal(join(base, 'file/var')), 'NOT_A_FOLDER')
    // Elsewhere there is no /proc.
    const nowhere = process.platform === 'linux' ? '/proc/finestra/var' : '/dev/finestra/var'
    assert.match(refusal(nowhere), /^(NO_PLACE|NOT_WRITABLE)$/)
  })

  test('is left as its operator made it', async ({ assert }) => {
    const given = join(base, 'var')
    mkdirSync(given)
    chmodSync(given, 0o750)
    await openDataFolder({ FINESTRA_DATA: given })
    assert.equal(statSync(given).mode & 0o777, 0o750)
  })

  test('keeps what is noted in it for its owner', ({ assert }) => {
    stateOf(base).note('seeded', 'x')
    assert.equal(statSync(join(base, 'state.json')).mode & 0o777, 0o600)
  })
})
