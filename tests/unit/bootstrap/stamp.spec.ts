import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { contentsOf, hashOf, installHash, readStamp, serves } = await load('stamp')
const machine = { lock: 'lock', platform: 'linux', arch: 'x64', abi: '137' }

test.group('The stamp of an installation', (group) => {
  let folder = ''
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'stamp-'))
    return () => rmSync(folder, { recursive: true })
  })

  test('changes with the lock, the platform, the processor and the binary interface', ({ assert }) => {
    const hashes = [
      machine,
      { ...machine, lock: 'lock2' },
      { ...machine, platform: 'darwin' },
      { ...machine, arch: 'arm64' },
      { ...machine, abi: '141' },
    ].map(installHash)
    assert.equal(new Set(hashes).size, hashes.length)
    assert.equal(installHash({ ...machine }), hashes[0])
  })

  test('does not confuse where one part ends and the next begins', ({ assert }) => {
    assert.notEqual(hashOf(['ab', 'c']), hashOf(['a', 'bc']))
  })

  test('a full installation serves production, a production one does not serve the tests', ({ assert }) => {
    const hash = installHash(machine)
    assert.isTrue(serves({ hash, mode: 'full' }, { hash, mode: 'production' }))
    assert.isTrue(serves({ hash, mode: 'production' }, { hash, mode: 'production' }))
    assert.isFalse(serves({ hash, mode: 'production' }, { hash, mode: 'full' }))
    assert.isFalse(serves({ hash: 'other', mode: 'full' }, { hash, mode: 'full' }))
    assert.isFalse(serves(null, { hash, mode: 'production' }))
  })

  test('sees a changed, a renamed and an added source', ({ assert }) => {
    const hash = () => hashOf(contentsOf([folder, join(folder, 'absent')]))
    mkdirSync(join(folder, 'css'))
    const empty = hash()
    writeFileSync(join(folder, 'css/a.css'), 'a')
    const one = hash()
    writeFileSync(join(folder, 'css/a.css'), 'b')
    const changed = hash()
    assert.equal(new Set([empty, one, changed]).size, 3)
    assert.equal(hash(), changed)
  })

  test('an unreadable stamp counts as none', ({ assert }) => {
    writeFileSync(join(folder, 'stamp.json'), '{ "hash": ')
    assert.isNull(readStamp(join(folder, 'stamp.json')))
    assert.isNull(readStamp(join(folder, 'absent.json')))
  })
})
