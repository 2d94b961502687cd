import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { target } = await load('backup/target')
const NAME = 'finestra-20260302T090000Z.tar.zst'

test.group('Where a backup goes', (group) => {
  let base = ''
  group.each.setup(() => {
    base = mkdtempSync(join(tmpdir(), 'target-'))
    return () => rmSync(base, { recursive: true })
  })

  test('is the folder that was given, made for us alone where it was not there', ({ assert }) => {
    const folder = join(base, 'backups')
    for (const _ of ['made', 'found']) assert.equal(target(folder, NAME), join(folder, NAME))
    assert.equal(statSync(folder).mode & 0o777, 0o700)
  })

  test('is the file that was given, where it is named as one', ({ assert }) => {
    const file = join(base, 'before-upgrade.tar.zst')
    assert.equal(target(file, NAME), file)
    assert.deepEqual(readdirSync(base), [])
  })

  test('is nowhere where the folder above is missing, and that is one clear line', ({ assert }) => {
    for (const lost of [join(base, 'disk/backups'), join(base, 'disk/house.tar.zst')])
      assert.throws(() => target(lost, NAME), `There is no folder ${join(base, 'disk')} for ${lost}. Give a place that is there, or mount or make it.`) // prettier-ignore
    assert.deepEqual(readdirSync(base), [])
  })
})
