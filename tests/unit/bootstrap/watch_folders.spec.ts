import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { load } from './load.js'

const { watchFolders } = await load('watch_folders')
const EVERY = 20

test.group('A folder that is watched', () => {
  test('tells each change once it has come to rest, however editors save', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'watched-'))
    let told = 0
    const inside = (name: string) => join(folder, name)
    const write = (name: string, text: string) => {
      mkdirSync(dirname(inside(name)), { recursive: true })
      writeFileSync(inside(name), text)
    }
    /** As `sed -i`, vim and JetBrains do: another file takes the place of the old one. */
    const replace = (name: string, text: string) => {
      writeFileSync(inside('.aside'), text)
      renameSync(inside('.aside'), inside(name))
    }
    write('a/process.bpmn', 'one')
    watchFolders([folder, inside('absent')], () => told++, { every: EVERY })
    cleanup(() => rmSync(folder, { recursive: true, force: true }))

    const steps: [string, () => void][] = [
      ['written in place', () => write('a/process.bpmn', 'two')],
      ['replaced', () => replace('a/process.bpmn', 'six')],
      ['replaced again', () => replace('a/process.bpmn', 'ten')],
      ['written after it was replaced', () => write('a/process.bpmn', 'eleven')],
      ['a new file in a new folder', () => write('b/c/texts/es.json', '{}')],
      ['replaced there', () => replace('b/c/texts/es.json', '[]')],
      ['a folder put in place of another', () => (rmSync(inside('b'), { recursive: true }), write('b/x.json', '1'))], // prettier-ignore
      ['removed', () => rmSync(inside('a/process.bpmn'))],
      ['where there was nothing', () => write('absent/pack.json', '{}')],
    ]
    for (const [what, change] of steps) {
      const before = told
      change()
      for (let n = 0; told === before && n < 100; n++) await pause(EVERY)
      await pause(EVERY * 4)
      assert.equal(told, before + 1, what)
    }
    const before = told
    write('a/.process.bpmn.swp', 'swap')
    write('a/process.bpmn~', 'backup')
    await pause(EVERY * 5)
    assert.equal(told, before, 'what an editor leaves beside a file')
  })
})
