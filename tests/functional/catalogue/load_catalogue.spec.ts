import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { catalogueCopy } from '#tests/support/catalogue_copy'

test.group('A folder of packs', () => {
  test('is published, every procedure of it', async ({ assert, cleanup }) => {
    const copy = await catalogueCopy()
    cleanup(() => copy.remove())
    const { published, refused } = await loadCatalogue(copy.root)
    assert.deepEqual(refused, [])
    assert.include(
      published.map(({ slug }) => slug),
      copy.slug
    )
    for (const { digest, slug } of published) assert.equal((await frozenProcedure(digest)).slug, slug)
  })

  test('of which one is asked for publishes no other', async ({ assert, cleanup }) => {
    const copy = await catalogueCopy()
    cleanup(() => copy.remove())
    const { published, refused } = await loadCatalogue(copy.root, copy.slug)
    assert.deepEqual([published.map(({ slug }) => slug), refused], [[copy.slug], []])
  })

  test('with a procedure that does not compile publishes the others, and tells why', async ({
    assert,
    cleanup,
  }) => {
    const copy = await catalogueCopy()
    cleanup(() => copy.remove())
    await copy.change('procedure.json', (text) => text.replace('"electronic"', '"carrier_pigeon"'))
    const { published, refused } = await loadCatalogue(copy.root)
    assert.notInclude(
      published.map(({ slug }) => slug),
      copy.slug
    )
    assert.deepInclude(
      refused.flatMap(({ slug, diagnostics }) => diagnostics.map(({ pointer }) => [slug, pointer])),
      [copy.slug, '/channels/0']
    )
  })

  test('that is empty publishes nothing', async ({ assert, cleanup }) => {
    const root = await mkdtemp(join(tmpdir(), 'catalogue-'))
    cleanup(() => rm(root, { recursive: true }))
    assert.deepEqual(await loadCatalogue(root), { published: [], refused: [] })
  })
})
