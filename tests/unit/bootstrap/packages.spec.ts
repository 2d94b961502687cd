import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { resolveConfig } from 'vite'
import { load } from './load.js'

const { inUseBy, usePackages } = await load('in_use')
const { findNpm } = await load('npm')
const { installPackages } = await load('packages')

const inUse = /Finestra runs from this folder .* Stop it first/

test.group('Packages under a house that runs', (group) => {
  let root = ''
  let house: ChildProcess
  const at = (...parts: string[]) => join(root, ...parts)
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync(process.execPath, [findNpm(), ...args, '--offline', '--loglevel=error'], { cwd })
  const json = (path: string, content: object) => writeFileSync(at(path), JSON.stringify(content))

  /** A package of that name, as a registry would send it. */
  const packed = (name: string) => {
    mkdirSync(at(name))
    json(`${name}/package.json`, { name, version: '1.0.0' })
    npm(at(name), 'pack', '--pack-destination', root)
    return `file:${name}-1.0.0.tgz`
  }
  const install = (mode: string) => installPackages(process.execPath, mode, root)
  const has = (name: string) => existsSync(at('node_modules', name, 'package.json'))
  const moved = () =>
    writeFileSync(at('package-lock.json'), `${readFileSync(at('package-lock.json'), 'utf8')}\n`)

  group.setup(async () => {
    root = mkdtempSync(join(process.env.FINESTRA_DATA!, 'packages-'))
    const [dependencies, devDependencies] = [{ served: packed('served') }, { tested: packed('tested') }]
    json('package.json', { name: 'house', private: true, dependencies, devDependencies })
    npm(root, 'install', '--package-lock-only')
    return () => rmSync(root, { recursive: true })
  })
  group.each.setup(async () => {
    rmSync(at('node_modules'), { recursive: true, force: true })
    await install('production')
    house = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'bin/start.js'])
    usePackages({ pid: house.pid, script: 'bin/start.js' }, root)
    return () => void house.kill()
  })

  test('are added for the tests, and those that it runs on stay as they are', async ({ assert }) => {
    assert.isFalse(has('tested'))
    const before = statSync(at('node_modules/served/package.json'))
    await install('full')
    assert.isTrue(has('tested'))
    const { ino, mtimeMs } = statSync(at('node_modules/served/package.json'))
    assert.deepEqual({ ino, mtimeMs }, { ino: before.ino, mtimeMs: before.mtimeMs })
    assert.equal(inUseBy(root), house.pid)
  })

  test('are not exchanged for those of another lock file: who asks reads which process to stop', async ({
    assert,
  }) => {
    moved()
    await assert.rejects(() => install('full'), new RegExp(`process ${house.pid}`))
    await assert.rejects(() => install('production'), inUse)
    assert.isTrue(has('served'))
  })

  test('are installed anew once it has stopped', async ({ assert }) => {
    moved()
    const stopped = new Promise((resolve) => house.once('exit', resolve))
    house.kill()
    await stopped
    assert.isNull(inUseBy(root))
    await install('full')
    assert.isTrue(has('tested'))
  })

  test('of which an addition was cut off are not taken for whole', async ({ assert }) => {
    const stamp = at('node_modules/.finestra.json')
    writeFileSync(stamp, JSON.stringify({ ...JSON.parse(readFileSync(stamp, 'utf8')), adding: true }))
    await install('production')
    await assert.rejects(() => install('full'), inUse)
  })
})

test.group('Pages under a house that runs', (group) => {
  group.each.teardown(() => void delete process.env.FINESTRA_BESIDE)

  for (const [beside, emptied] of [
    ['1', false],
    ['0', true],
  ] as const)
    test(`are ${emptied ? 'built in an empty folder where none does' : 'built beside those that it serves'}`, async ({
      assert,
    }) => {
      process.env.FINESTRA_BESIDE = beside
      const { build } = await resolveConfig({ logLevel: 'error' }, 'build')
      assert.equal(build.emptyOutDir, emptied)
    })
})
