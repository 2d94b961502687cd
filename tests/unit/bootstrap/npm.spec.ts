import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { findNpm, npmFailure } = await load('npm')

test.group('npm', (group) => {
  let folder = ''
  const file = (path: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), '')
    return join(folder, path)
  }
  group.each.setup(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'npm-')))
    return () => rmSync(folder, { recursive: true })
  })

  test('is the one that runs us, else the one beside Node, else the one on the path', ({ assert }) => {
    const node = file('bin/node')
    const onPath = file('elsewhere/lib/npm-cli.js')
    mkdirSync(join(folder, 'path'))
    symlinkSync(onPath, join(folder, 'path/npm'))
    const PATH = join(folder, 'path')
    assert.equal(findNpm({ PATH }, node), onPath)
    const beside = file('lib/node_modules/npm/bin/npm-cli.js')
    assert.equal(findNpm({ PATH }, node), beside)
    const running = file('running/npm-cli.js')
    assert.equal(findNpm({ PATH, npm_execpath: running }, node), running)
  })

  test('another package manager that runs us is passed over, and without any npm we say so', ({ assert }) => {
    const node = file('bin/node')
    const pnpm = file('pnpm/pnpm.cjs')
    assert.throws(() => findNpm({ PATH: '', npm_execpath: pnpm }, node), /npm was not found/)
  })

  test('a failed npm is explained by its cause', ({ assert }) => {
    const code = (output: string) => npmFailure(output).code
    assert.equal(code('npm error code ENOTFOUND\nnpm error network request failed'), 'REGISTRY_UNREACHABLE')
    assert.equal(code('npm ERR! code ENOSPC\nnpm ERR! no space left on device'), 'DISK_FULL')
    assert.equal(code('npm error code EACCES'), 'NOT_WRITABLE')
    assert.equal(code('npm error code EUSAGE'), 'INSTALL_FAILED')
  })
})
