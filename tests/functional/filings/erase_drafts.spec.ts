import { test } from '@japa/runner'
import { eraseDrafts } from '#filings/actions/erase_drafts'
import { uploadsOfDraft } from '#documents/queries/uploads'
import { draftOf } from '#filings/queries/drafts'
import { inTown } from '#tenancy/town_transaction'
import { openOffice, readyDraft } from '#tests/support/filing'
import { rowsOf } from '#tests/support/rows'
import { uploaded } from '#tests/support/uploaded'

const DAY_MS = 86_400_000
const AT = new Date('2026-03-02T09:30:00Z')
const later = (days: number) => new Date(AT.getTime() + days * DAY_MS)

async function left() {
  const office = await openOffice()
  const { draftId } = await readyDraft(office, { at: AT })
  const given = { municipalityId: office.town.id, personId: office.test.person.id, draftId }
  await uploaded(given)
  return given
}

const erase = (townId: string, at: Date) => inTown(townId, (trx) => eraseDrafts(trx, at))

test.group('A draft that nobody came back to', () => {
  test('is erased ninety days after its last change, with what was handed in', async ({ assert }) => {
    const { municipalityId, personId, draftId } = await left()
    assert.deepEqual(await erase(municipalityId, later(90)), [], 'not before, and not in its last hour')
    assert.isNotNull(await draftOf(municipalityId, personId, draftId))
    await erase(municipalityId, later(91))
    assert.isNull(await draftOf(municipalityId, personId, draftId))
    assert.lengthOf(await uploadsOfDraft(municipalityId, draftId), 0)
  })

  test('leaves a trace without anything of what was written', async ({ assert }) => {
    const { municipalityId, draftId } = await left()
    const [row, ...none] = await erase(municipalityId, later(91))
    assert.lengthOf(none, 0)
    assert.deepInclude(row, { action: 'filings.draft_expired', subject: { kind: 'drafts', id: draftId } })
    assert.deepEqual(Object.keys(row!.detail!), ['slug', 'kind', 'uploads'])
    assert.equal(row!.detail!['uploads'], 1)
    assert.deepEqual(await erase(municipalityId, later(92)), [])
  })

  test('is left while it is being filed', async ({ assert }) => {
    const { municipalityId, personId, draftId } = await left()
    const { promise: filed, resolve: commit } = Promise.withResolvers<void>()
    const { promise: held, resolve: hold } = Promise.withResolvers<void>()
    const filing = inTown(municipalityId, async (trx) => {
      await trx.rows(`SELECT 1 FROM drafts WHERE municipality_id = $1 AND id = $2 FOR UPDATE`, [
        ...[municipalityId, draftId],
      ])
      hold()
      await filed
    })
    await held
    assert.deepEqual(await erase(municipalityId, later(91)), [])
    commit()
    await filing
    assert.isNotNull(await draftOf(municipalityId, personId, draftId))
  })

  test('of another town is not touched', async ({ assert }) => {
    const [one, other] = [await left(), await left()]
    await erase(one.municipalityId, later(91))
    assert.isNotNull(await draftOf(other.municipalityId, other.personId, other.draftId))
  })
})

test.group('What was handed in for no draft', () => {
  test('is erased after a day; what has become a document stays', async ({ assert }) => {
    const { municipalityId, draftId } = await left()
    await rowsOf(municipalityId, `DELETE FROM drafts WHERE municipality_id = $1`)
    const now = new Date()
    assert.deepEqual(await erase(municipalityId, now), [])
    const [row] = await erase(municipalityId, new Date(now.getTime() + 2 * DAY_MS))
    assert.deepInclude(row, { action: 'filings.uploads_erased', detail: { uploads: 1 } })
    assert.lengthOf(await uploadsOfDraft(municipalityId, draftId), 0)
  })
})
