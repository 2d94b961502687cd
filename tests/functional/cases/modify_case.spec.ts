import { test } from '@japa/runner'
import { ModifyCase } from '#cases/actions/modify_case'
import { casePage } from '#cases/queries/case_page'
import { standingDigest } from '#cases/queries/modification'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, officerOf } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { draw, end, start, user } from '../../unit/engine/builder.js'

const DRAWN = draw('start -> review -> more -> done', {
  start: start(),
  review: user('review'),
  more: user('review'),
  done: end('done'),
})

async function standing() {
  const town = await testTown()
  const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'moved', DRAWN))
  return { town, caseId, given: await asked(town, caseId) }
}

const page = async (town: TestTown, caseId: string) => (await casePage(town.id, caseId, FILED))!
const open = async (town: TestTown, caseId: string) =>
  (await page(town, caseId)).tasks.filter(({ state }) => state === 'open').map(({ element }) => element)

async function asked(town: TestTown, caseId: string) {
  const { caseFile } = await page(town, caseId)
  return {
    ...{ municipalityId: town.id, caseId, reason: ' it began too early ', at: FILED, moved: true },
    ...{ cancel: Object.keys(caseFile.workflow.tokens), activate: [{ element: 'more' }] },
    ...{ seen: standingDigest(caseFile), actor: officerOf(town) },
  }
}

test.group('A case that is moved by hand', () => {
  test('gives up what is taken away and begins what was asked, with its reason and its row', async ({
    assert,
  }) => {
    const { town, caseId, given } = await standing()
    assert.isTrue((await new ModifyCase().execute(given)).ok)
    assert.deepEqual(await open(town, caseId), ['more'])
    const { tasks, history } = await page(town, caseId)
    assert.equal(tasks.find(({ element }) => element === 'review')?.state, 'cancelled')
    const told = { reason: 'it began too early', cancelled: ['review'], begun: ['more'] }
    assert.deepEqual(history.find(({ kind }) => kind === 'case_modified')?.data, told)
    const [row] = await auditRows(town.id, 'cases.modified')
    assert.deepInclude(row!, { actor: town.officer.id, subject: caseId })
    assert.deepEqual(row!.detail, told)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('ends where all is taken away', async ({ assert }) => {
    const { town, caseId, given } = await standing()
    assert.isTrue((await new ModifyCase().execute({ ...given, activate: [] })).ok)
    assert.equal((await page(town, caseId)).summary.state, 'closed')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    assert.deepEqual(await new ModifyCase().execute(given), { ok: false, error: 'closed' })
  })

  test('is moved for a reason, as it was seen, and where it can be', async ({ assert }) => {
    const { town, caseId, given } = await standing()
    for (const [other, error] of [
      [{ reason: ' ' }, 'no_reason'],
      [{ seen: 'something else' }, 'changed'],
      [{ activate: [{ element: 'start' }], cancel: ['review:99'] }, 'not_possible'],
      [{ activate: [{ element: 'nowhere' }] }, 'not_possible'],
      [{ activate: [], cancel: [] }, 'not_possible'],
    ] as const)
      assert.deepEqual(await new ModifyCase().execute({ ...given, ...(other as object) }), {
        ok: false,
        error,
      })
    assert.deepEqual(await open(town, caseId), ['review'])
    assert.isEmpty(await auditRows(town.id, 'cases.modified'))
    assert.isTrue((await new ModifyCase().execute(given)).ok)
    assert.deepEqual(await new ModifyCase().execute(given), { ok: false, error: 'changed' })
  })

  test('in another town is not found', async ({ assert }) => {
    const { given, town, caseId } = await standing()
    const other = await testTown()
    assert.deepEqual(await new ModifyCase().execute({ ...given, municipalityId: other.id }), {
      ok: false,
      error: 'not_found',
    })
    assert.deepEqual(await open(town, caseId), ['review'])
  })
})
