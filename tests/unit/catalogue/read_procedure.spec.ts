import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { LIMITS, listProcedures, readProcedure } from '#catalogue/index'

test.group('Reading the folder of a procedure', (group) => {
  let folder = ''
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'finestra-catalogue-'))
    return () => rm(folder, { recursive: true, force: true })
  })

  const codes = async () => {
    const read = await readProcedure(folder)
    return read.ok ? [] : read.error.map(({ code, file }) => `${code} ${file}`)
  }

  test('gives every document by its path, and passes over the README and hidden files', async ({
    assert,
  }) => {
    await mkdir(join(folder, 'texts'))
    await writeFile(join(folder, 'procedure.json'), '{}')
    await writeFile(join(folder, 'texts/es.json'), '{"a":"ñ"}')
    await writeFile(join(folder, 'README.md'), 'words')
    await writeFile(join(folder, '.DS_Store'), 'x')
    const read = await readProcedure(folder)
    assert.isTrue(read.ok)
    if (read.ok)
      assert.deepEqual(Object.fromEntries(read.value), {
        'procedure.json': '{}',
        'texts/es.json': '{"a":"ñ"}',
      })
  })

  test('never follows a link, to a file or to a folder', async ({ assert }) => {
    await symlink('/etc/hostname', join(folder, 'procedure.json'))
    await symlink('/etc', join(folder, 'texts'))
    assert.deepEqual(await codes(), ['FILE_IS_LINK procedure.json', 'FILE_IS_LINK texts'])
  })

  test('refuses what is not UTF-8 text', async ({ assert }) => {
    await writeFile(join(folder, 'a.json'), Buffer.from([0x22, 0xff, 0x22]))
    await writeFile(join(folder, 'b.json'), '"\u0000"')
    assert.deepEqual(await codes(), ['FILE_NOT_TEXT a.json', 'FILE_NOT_TEXT b.json'])
  })

  test('refuses a file, a depth and a number of files beyond the limits', async ({ assert }) => {
    await writeFile(join(folder, 'big.json'), Buffer.alloc(LIMITS.fileBytes + 1, 0x20))
    await mkdir(join(folder, 'a/b/c/d'), { recursive: true })
    assert.deepEqual(await codes(), ['FOLDER_TOO_DEEP a/b/c', 'FILE_TOO_LARGE big.json'])
    await rm(join(folder, 'a'), { recursive: true })
    await rm(join(folder, 'big.json'))
    for (let i = 0; i <= LIMITS.files; i += 1) await writeFile(join(folder, `${1000 + i}.json`), '{}')
    assert.deepEqual(await codes(), [`FOLDER_TOO_LARGE ${1000 + LIMITS.files}.json`])
  })

  test('lists the procedures of each pack by name, and nothing where there is no catalogue', async ({
    assert,
  }) => {
    for (const path of ['b/procedures/two', 'a/procedures/one', 'a/procedures/.git'])
      await mkdir(join(folder, path), { recursive: true })
    assert.deepEqual(
      (await listProcedures(folder)).map(({ pack, slug }) => `${pack}/${slug}`),
      ['a/one', 'b/two']
    )
    assert.deepEqual(await listProcedures(join(folder, 'nowhere')), [])
  })
})
