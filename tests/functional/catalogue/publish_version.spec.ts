import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { PublishVersion } from '#catalogue/actions/publish_version'
import { keptCompiled } from '#catalogue/compiled_cache'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { unwrap } from '#core/result'
import { pack, plant, smallProcedure } from '#tests/catalogue/small_procedure'

const publish = (files = smallProcedure()) =>
  new PublishVersion().execute(files, { pack: 'small', manifest: pack })

const versions = async (digest: string) =>
  (await db.rawQuery('SELECT files FROM procedure_versions WHERE digest = ?', [digest])).rows

test.group('A published version', () => {
  test('is its documents, known by their digest, and runs as it was compiled', async ({ assert }) => {
    const files = smallProcedure()
    const published = unwrap(await publish(files))
    const [kept] = await versions(published.digest)
    assert.deepEqual(kept.files, Object.fromEntries(files))
    assert.deepEqual(await frozenProcedure(published.digest), JSON.parse(JSON.stringify(published)))
  })

  test('published again is the same; one letter more is another', async ({ assert }) => {
    const first = unwrap(await publish())
    assert.equal(unwrap(await publish()).digest, first.digest)
    assert.lengthOf(await versions(first.digest), 1)
    const changed = smallProcedure()
    changed.set('procedure.json', `${changed.get('procedure.json')} `)
    assert.notEqual(unwrap(await publish(changed)).digest, first.digest)
  })

  test('that does not compile is refused with its reasons, and not kept', async ({ assert }) => {
    const files = smallProcedure()
    plant(files, 'procedure.json', '/unit', 'kitchen')
    const before = await db.rawQuery('SELECT count(*)::int AS count FROM procedure_versions')
    const refused = await publish(files)
    assert.isTrue(!refused.ok && refused.error.some(({ code }) => code === 'SEAM_UNKNOWN'))
    const after = await db.rawQuery('SELECT count(*)::int AS count FROM procedure_versions')
    assert.equal(after.rows[0].count, before.rows[0].count)
  })

  test('can be changed by nobody', async ({ assert }) => {
    const { digest } = unwrap(await publish())
    await assert.rejects(
      () => db.rawQuery(`UPDATE procedure_versions SET slug = 'other' WHERE digest = ?`, [digest]),
      /permission denied/
    )
    await assert.rejects(
      () => db.rawQuery('DELETE FROM procedure_versions WHERE digest = ?', [digest]),
      /permission denied/
    )
  })

  test('whose compiled form somebody touched is compiled anew from its documents', async ({ assert }) => {
    const { digest } = unwrap(await publish())
    assert.isNotNull(await keptCompiled(digest))
    await db
      .connection('owner')
      .rawQuery(
        `UPDATE compiled_procedures SET artefact = jsonb_set(artefact, '{sheet,signInLevel}', '"high"') WHERE digest = ?`,
        [digest]
      )
    assert.isNull(await keptCompiled(digest))
    unwrap(await publish())
    assert.equal((await keptCompiled(digest))?.sheet.signInLevel, 'low')
  })
})
