import { existsSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { load } from './load.js'

const { isRecent, nodePackage, postgresPackage } = await load('platforms')
const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
const PLATFORMS = [
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
] as const

test.group('The binaries of a platform', () => {
  for (const [platform, arch] of PLATFORMS) {
    test(`${platform} ${arch} has a pinned Node and an embedded PostgreSQL in the locks`, ({ assert }) => {
      assert.property(
        read('bin/node/package-lock.json').packages,
        `node_modules/${nodePackage(platform, arch)}`
      )
      assert.property(read('package-lock.json').packages, `node_modules/${postgresPackage(platform, arch)}`)
    })
  }

  test('a platform without binaries has none, rather than a wrong one', ({ assert }) => {
    assert.isNull(nodePackage('win32', 'x64'))
    assert.isNull(postgresPackage('freebsd', 'x64'))
  })

  test('every pinned Node is recent enough to run the house', ({ assert }) => {
    const versions = Object.values(read('bin/node/package.json').optionalDependencies) as string[]
    assert.lengthOf(versions, PLATFORMS.length)
    for (const version of versions) assert.isTrue(isRecent(version), version)
    assert.isFalse(isRecent('20.20.2'))
  })

  test('the pinned Node is no dependency of the house, where it would shadow the node of the shell', ({
    assert,
  }) => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json')
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    assert.deepEqual(
      names.filter(
        (name) => /^node(-bin)?(-|$)/.test(name) && PLATFORMS.some(([p, a]) => nodePackage(p, a) === name)
      ),
      []
    )
    assert.isTrue(existsSync(new URL('../../../bin/node/package-lock.json', import.meta.url)))
  })
})
