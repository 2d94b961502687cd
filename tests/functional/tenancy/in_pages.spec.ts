import { test } from '@japa/runner'
import { inPages } from '#tenancy/queries/in_pages'
import { testTown } from '#tests/support/town'

/** So many rows with ids that rise. */
const rows = (count: number) => `
  SELECT n, id FROM (
    SELECT n, ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid AS id FROM generate_series(1, ${count}) n
  ) r WHERE $1::uuid IS NOT NULL AND id > $2 ORDER BY id`

async function pagesOf(count: number): Promise<number[][]> {
  const { id } = await testTown()
  const pages: number[][] = []
  for await (const page of inPages<{ id: string; n: number }>(id, rows(count), 2))
    pages.push(page.map(({ n }) => n))
  return pages
}

test.group('Rows in pages', () => {
  test('are all of them, each once, in the order of their ids', async ({ assert }) => {
    assert.deepEqual(await pagesOf(5), [[1, 2], [3, 4], [5]])
  })

  test('end with an empty page where the last was full, and where there are none', async ({ assert }) => {
    assert.deepEqual(await pagesOf(2), [[1, 2], []])
    assert.deepEqual(await pagesOf(0), [[]])
  })
})
