import { readdir, readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(app.makePath(folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  return Promise.all(files.map((entry) => readFile(`${entry.parentPath}/${entry.name}`, 'utf8')))
}

test.group('A failpoint', () => {
  test('is where some test kills the house', async ({ assert }) => {
    const named = (await sources('app')).flatMap((text) => [...text.matchAll(/await failpoint\('([^']+)'/g)])
    const tests = (await sources('tests/functional/faults')).join('\n')
    assert.isAbove(named.length, 5)
    assert.deepEqual(
      named.map(([, name]) => name!).filter((name) => !new RegExp(`'${name}[':]`).test(tests)),
      []
    )
  })
})
