import { test } from '@japa/runner'
import { ACTIVITY_NAMES, activityNamed } from '#cases/activities/index'
import { activityJob } from '#cases/jobs/activity_job'
import { casePage } from '#cases/queries/case_page'
import { ACTIVITIES } from '#catalogue/index'
import { registerJob } from '#core/jobs/registry'
import { contentOf } from '#documents/queries/content_of'
import { documentsOfCase } from '#documents/queries/documents'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, GRANT, PROCEED, REQUIRE, answerTask, openCase, pageOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import { verifyTown } from '#start/verify'
import { inTown } from '#tenancy/town_transaction'
import { draw, end, error, on, service, start, user } from '../../unit/engine/builder.js'
import { missing, wordsOf } from '../../unit/documents/support.ts'

test.group('An activity', (group) => {
  group.each.teardown(() => registerJob('activity', activityJob))

  test('stands in the house for every name that documents may ask for, and for no other', ({ assert }) => {
    assert.sameMembers(ACTIVITY_NAMES, Object.keys(ACTIVITIES))
    for (const name of ACTIVITY_NAMES) assert.isFunction(activityNamed(name).commit, name)
    assert.throws(() => activityNamed('cases.fly'), /no activity/)
  })

  test('cut off before its commit is done again, and takes effect once', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    let cut = 0
    registerJob('activity', {
      ...activityJob,
      run: async (job, moment) => {
        if (job.name !== 'registry.record_outgoing' || cut++ > 0) return activityJob.run(job, moment)
        // The transaction of the effect, brought down at its very end.
        await inTown(town.id, async () => {
          await activityJob.run(job, moment)
          throw new Error('the power went')
        })
      },
    })
    const { failures } = await settle(town.id, FILED)
    assert.deepEqual(
      failures.filter((reason) => reason.includes('power')),
      ['Error: the power went']
    )
    const entries = await inTown(town.id, (trx) =>
      trx.rows(
        `SELECT 1 FROM register_entries WHERE municipality_id = $1 AND case_id = $2 AND book = 'outgoing'`,
        [town.id, caseId]
      )
    )
    assert.lengthOf(entries, 1)
    assert.equal((await pageOf(open)).summary.outcome, 'granted')
  })
})

test.group('An activity that answers with a business error', () => {
  const extending = (by: string, caught: string) =>
    draw('start -> longer -> done\nrefused -> review -> other', {
      start: start(),
      longer: service('cases.extend_term', { in: { by: `"${by}"` } }),
      refused: on('longer', error(caught)),
      review: user('review'),
      done: end('done'),
      other: end('other'),
    })
  const opened = async (xml: string) => {
    const town = await testTown()
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'longer', xml))
    return { town, caseId, page: (await casePage(town.id, caseId, FILED))! }
  }

  test('has its case go on by the event that takes it, at once and once, as the trail says', async ({
    assert,
  }) => {
    const { town, page } = await opened(extending('1 year', 'over_whole'))
    assert.deepEqual(
      page.tasks.map(({ element, state }) => [element, state]),
      [['review', 'open']]
    )
    assert.isEmpty(page.incidents)
    const rows = await auditRows(town.id, 'cases.error_reported')
    assert.deepEqual(
      rows.map(({ detail }) => detail),
      [{ element: 'longer', activity: 'cases.extend_term', code: 'over_whole' }]
    )
    const step = page.history.find(({ data }) => String(data['event']).startsWith('error longer:'))
    assert.equal(step?.data['code'], 'over_whole')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('stops as an incident where nothing takes that one', async ({ assert }) => {
    const { town, page } = await opened(extending('1 year', 'too_late'))
    assert.deepEqual(
      page.incidents.map(({ element, code, detail }) => [element, code, detail]),
      [['longer', 'error_uncaught', 'over_whole']]
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('goes on as ever where it has none', async ({ assert }) => {
    const { page } = await opened(extending('1 month', 'over_whole'))
    assert.equal(page.summary.outcome, 'done')
  })
})

test.group('A document that a case issues', () => {
  const FACTS = {
    resolution: [
      'Órgano que resuelve Mayor',
      'Titular Empar Mayor',
      'Fecha de la resolución 2 de marzo de 2026',
    ],
    requirement: ['Unidad que lo emite', 'Fecha de emisión 2 de marzo de 2026'],
  }

  for (const kind of ['resolution', 'requirement'] as const)
    test(`says who adopts it and when, above its seal: ${kind}`, async ({ assert }) => {
      const open = await openCase()
      await answerTask(open, 'review', kind === 'resolution' ? PROCEED : REQUIRE)
      if (kind === 'resolution') await answerTask(open, 'resolve', GRANT)
      await settle(open.town.id, FILED)
      const documents = await documentsOfCase(open.town.id, open.caseId)
      const issued = documents.find((document) => document.kind === kind)!
      const words = wordsOf((await contentOf(open.town.id, issued)).body as Buffer)
      for (const fact of FACTS[kind]) assert.include(words, fact)
    }).skip(missing('pdftotext'), 'pdftotext is not installed')
})

test.group('The term to resolve (Law 39/2015, arts. 21 and 31)', () => {
  test('counts from the next working day when filed on a closed one', async ({ assert }) => {
    const page = await pageOf(await openCase({ at: new Date('2026-03-07T10:00:00Z') }))
    assert.equal(page.caseFile.countsFrom, '2026-03-09')
    assert.equal(page.summary.dueOn, '2026-06-09')
    assert.equal(page.timers[0]?.lastDay, '2026-06-09')
  })
})
