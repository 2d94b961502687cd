import { utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { FILES_STAY, forgetOrphanFiles } from '#documents/jobs/orphan_files'
import { files } from '#documents/queries/files'
import { testTown } from '#tests/support/town'
import { load } from '#tests/unit/bootstrap/load'

const { withClient } = await load('postgres/connect')
const contents = await load('backup/contents')

/** A file of two days ago that no row names. */
async function forgotten(townId: string): Promise<string> {
  const { sha256, path } = await files().put(townId, Readable.from([Buffer.from(`of ${townId}`)]), 1000)
  const old = new Date(Date.now() - 2 * 86_400_000)
  await utimes(path, old, old)
  return sha256
}

test.group('Files that nobody names', () => {
  test('leave the disk after a day, but not while a backup is made', async ({ assert }) => {
    const { id } = await testTown()
    const sha256 = await forgotten(id)
    assert.equal(contents.FILES_STAY, FILES_STAY)
    await withClient(process.env.DATABASE_OWNER_URL!, async (client: any) => {
      await client.query('SELECT pg_advisory_lock_shared($1)', [FILES_STAY])
      await forgetOrphanFiles(new Date())
      assert.isNotNull(await files().size(id, sha256))
    })
    await forgetOrphanFiles(new Date())
    assert.isNull(await files().size(id, sha256))
  })
})
