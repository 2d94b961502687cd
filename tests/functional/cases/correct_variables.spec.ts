import { test } from '@japa/runner'
import { CorrectVariables, type Correction } from '#cases/actions/correct_variables'
import { casePage } from '#cases/queries/case_page'
import { standingDigest } from '#cases/queries/modification'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, officerOf } from '#tests/support/open_case'
import { addOfficer, testTown } from '#tests/support/town'
import { condition, draw, end, work, start, user, waitFor } from '../../unit/engine/builder.js'

const WAITS = draw('start -> looked -> dry -> review -> done', {
  start: start(),
  looked: work({ raining: 'true' }),
  dry: waitFor(condition('raining = false')),
  review: user('review'),
  done: end('done'),
})

async function opened() {
  const town = await testTown()
  const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'waits', WAITS))
  const page = async () => (await casePage(town.id, caseId, FILED))!
  const given: Correction = {
    ...{ municipalityId: town.id, caseId, seen: standingDigest((await page()).caseFile) },
    ...{ variables: { raining: false }, reason: 'It has stopped raining', actor: officerOf(town) },
    ...{ at: FILED, moved: true },
  }
  return { town, caseId, page, given }
}

const correct = (given: Correction) => new CorrectVariables().execute(given)

test.group('What a case knows, corrected by an administrator', () => {
  test('wakes what waited for it, once, and moves nothing else', async ({ assert }) => {
    const { town, page, given } = await opened()
    assert.isEmpty((await page()).tasks)
    unwrap(await correct(given))
    assert.deepEqual(
      (await page()).tasks.map(({ element }) => element),
      ['review']
    )
    assert.deepEqual(await correct(given), { ok: false, error: 'changed' })
    const line = (await page()).history.find(({ kind }) => kind === 'variables_corrected')
    assert.deepEqual(line?.data, {
      reason: 'It has stopped raining',
      variables: { raining: { before: true, after: false } },
    })
    const [row] = await auditRows(town.id, 'cases.variables_corrected')
    assert.containsSubset(row, { detail: { reason: 'It has stopped raining' } })
    assert.isString((row!.detail as any).variables.raining)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('changes nothing without a reason or a value, of what was filed, or once the case has moved', async ({
    assert,
  }) => {
    const { page, given } = await opened()
    for (const [changed, error] of [
      [{ reason: ' ' }, 'no_reason'],
      [{ variables: {} }, 'nothing_asked'],
      [{ variables: { answers: {} } }, 'frozen'],
      [{ seen: 'before' }, 'changed'],
      [{ municipalityId: (await testTown()).id }, 'not_found'],
    ] as const)
      assert.deepEqual(await correct({ ...given, ...changed } as Correction), { ok: false, error })
    assert.equal((await page()).caseFile.workflow.variables['raining'], true)
  })

  test('is typed in at the desk, and what is not done is shown again', async ({ assert }) => {
    const { town, caseId, page } = await opened()
    const visitor = await atTheDesk(town, await addOfficer(town.id, { roles: ['admin'] }))
    const path = `/desk/cases/${caseId}/variables`
    const { props } = await visitor.get(path)
    assert.deepInclude(props.fields, {
      ...{ name: 'raining', kind: 'boolean', value: '', fault: null, asked: false, as: 'yes' },
    })
    const typed = { _csrf: props.csrf, seen: props.seen, 'kinds[raining]': 'no' }
    assert.equal((await visitor.submit(path, { ...typed, reason: '' })).status, 422)
    const done = await visitor.submit(path, { ...typed, reason: 'The sun is out' })
    assert.deepEqual([done.status, done.headers.location], [303, `/desk/cases/${caseId}`])
    assert.lengthOf((await page()).tasks, 1)
  })
})
