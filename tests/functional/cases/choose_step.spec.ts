import { test } from '@japa/runner'
import { ChooseStep, type Choice } from '#cases/actions/choose_step'
import { casePage } from '#cases/queries/case_page'
import { openPartsOf } from '#cases/queries/choices'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, answerTask, officerOf } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'
import { adHoc, draw, end, start, user } from '../../unit/engine/builder.js'

const PART = draw('start -> part -> done', {
  start: start(),
  part: adHoc()('', { review: user('review'), more: user('review') }),
  done: end('done'),
})

async function opened() {
  const town = await testTown()
  const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'part', PART))
  const { caseFile } = (await casePage(town.id, caseId, FILED))!
  const [part] = await openPartsOf(caseFile)
  const given: Choice = {
    ...{
      municipalityId: town.id,
      caseId,
      key: part!.key,
      element: 'review',
      begun: 0,
      roles: ['case_handler'],
    },
    ...{ actor: officerOf(town), at: FILED, moved: true },
  }
  return { town, caseId, part: part!, given }
}

const open = async (town: TestTown, caseId: string) =>
  (await casePage(town.id, caseId, FILED))!.tasks
    .filter(({ state }) => state === 'open')
    .map(({ element }) => element)

const choose = (given: Choice) => new ChooseStep().execute(given)

test.group('A part whose steps people choose', () => {
  test('begins what somebody with its role chooses, as often as they do, and ends when it is closed', async ({
    assert,
  }) => {
    const { town, caseId, part, given } = await opened()
    assert.deepEqual(
      part.steps.map(({ element, role }) => [element, role]),
      [
        ['review', 'case_handler'],
        ['more', 'case_handler'],
      ]
    )
    assert.isEmpty(await open(town, caseId))
    unwrap(await choose(given))
    unwrap(await choose({ ...given, element: 'more', begun: 1 }))
    assert.sameMembers(await open(town, caseId), ['review', 'more'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    assert.deepEqual(await choose({ ...given, element: null }), { ok: false, error: 'busy' })
    for (const element of ['review', 'more'])
      unwrap(await answerTask({ town, caseId }, element, { decision: 'yes' }))
    unwrap(await choose({ ...given, element: null }))
    assert.equal((await casePage(town.id, caseId, FILED))!.summary.outcome, 'done')
    assert.deepEqual(
      (await auditRows(town.id, 'cases.step_begun')).map(({ detail }) => (detail as any).element),
      ['review', 'more']
    )
    assert.lengthOf(await auditRows(town.id, 'cases.part_closed'), 1)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('begins once what is pressed twice, and tells whoever saw less of it', async ({ assert }) => {
    const { town, caseId, given } = await opened()
    const answers = await Promise.all([choose(given), choose(given)])
    assert.sameDeepMembers(answers, [
      { ok: true, value: null },
      { ok: false, error: 'begun' },
    ])
    assert.deepEqual(await choose({ ...given, element: 'more' }), { ok: false, error: 'begun' })
    assert.deepEqual(await open(town, caseId), ['review'])
    assert.lengthOf(await auditRows(town.id, 'cases.step_begun'), 1)
    const { caseFile } = (await casePage(town.id, caseId, FILED))!
    assert.equal((await openPartsOf(caseFile))[0]?.begun, 1)
    unwrap(await choose({ ...given, begun: 1 }))
    assert.deepEqual(await open(town, caseId), ['review', 'review'])
  })

  test('is left alone by who has not the role, and where nothing is open', async ({ assert }) => {
    const { town, caseId, given } = await opened()
    for (const [other, error] of [
      [{ roles: ['resolver'] }, 'not_yours'],
      [{ roles: ['resolver'], element: null }, 'not_yours'],
      [{ element: 'done' }, 'not_open'],
      [{ key: 'part:99' }, 'not_open'],
    ] as const)
      assert.deepEqual(await choose({ ...given, ...(other as object) }), { ok: false, error })
    assert.isEmpty(await open(town, caseId))
    unwrap(await choose({ ...given, element: null }))
    assert.deepEqual(await choose({ ...given, element: null }), { ok: false, error: 'not_open' })
  })

  test('of another town is not found', async ({ assert }) => {
    const { given } = await opened()
    const other = await testTown()
    assert.deepEqual(await choose({ ...given, municipalityId: other.id }), { ok: false, error: 'not_found' })
  })
})
