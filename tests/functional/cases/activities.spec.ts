import { test } from '@japa/runner'
import { AddNote } from '#cases/actions/add_note'
import { advanceCase } from '#cases/actions/advance_case'
import { AssignCase, ClaimCase } from '#cases/actions/assign_case'
import { CompleteTask } from '#cases/actions/complete_task'
import { RetryIncident } from '#cases/actions/retry_incident'
import { activityJob } from '#cases/jobs/activity_job'
import { casePage } from '#cases/queries/case_page'
import { ownCase } from '#cases/queries/cases_of_person'
import { inbox } from '#cases/queries/inbox'
import { inboxCounts } from '#cases/queries/inbox_counts'
import { searchCases } from '#cases/queries/search_cases'
import { uuidv7 } from '#core/ids'
import { registerJob } from '#core/jobs/registry'
import type { Json } from '#core/json'
import { openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { type TestTown, addOfficer, addPerson, testTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

const FILED = new Date('2026-03-02T09:30:00Z')
const ANSWERS = {
  email: 'amparo@example.org',
  phone: '+34600111222',
  language: 'ca',
  notificationChannel: 'electronic',
  subject: 'Farola apagada',
  facts: 'Lleva dos semanas apagada.',
  request: 'Que se repare.',
  declaration: true,
}
const PROCEED = { decision: 'proceed', proposal: 'Estimar.' }
const GRANT = { decision: 'granted', ruling: 'Reparar.', reasons: 'Es obligatorio.' }

async function openCase(at = FILED) {
  const office = await openOffice()
  const town = office.test
  const { caseId } = await fileAt(office, office.procedure, { answers: ANSWERS, at })
  await settle(town.id, at)
  return { town, caseId }
}

const officer = (town: TestTown) => ({ kind: 'officer' as const, id: town.officer.id })

async function taskOf(town: TestTown, caseId: string, element: string) {
  const page = await casePage(town.id, caseId, FILED)
  return page?.tasks.find((task) => task.element === element && task.state === 'open')
}

async function answer(
  town: TestTown,
  caseId: string,
  element: string,
  answers: Record<string, Json>,
  roles = ['case_handler', 'resolver', 'citizen']
) {
  const task = await taskOf(town, caseId, element)
  return new CompleteTask().execute({
    municipalityId: town.id,
    taskId: task?.id ?? uuidv7(),
    actor: officer(town),
    roles,
    answers,
    at: FILED,
    moved: true,
  })
}

test.group('A task', () => {
  test('done by two at once is done once: the other is told', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const task = await taskOf(town, caseId, 'review')
    const given = {
      municipalityId: town.id,
      taskId: task!.id,
      actor: officer(town),
      roles: ['case_handler'],
      answers: PROCEED,
      at: FILED,
      moved: true,
    }
    const both = await Promise.all([new CompleteTask().execute(given), new CompleteTask().execute(given)])
    assert.lengthOf(
      both.filter(({ ok }) => ok),
      1
    )
    const refused = both.find(({ ok }) => !ok)
    assert.equal(refused && !refused.ok && refused.error.code, 'already_done')
    const page = await casePage(town.id, caseId, FILED)
    assert.lengthOf(
      page!.tasks.filter(({ element }) => element === 'resolve'),
      1
    )
  })

  test('is answered by its own role only, and by what its form accepts', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const foreign = await answer(town, caseId, 'review', PROCEED, ['resolver'])
    assert.deepEqual(foreign, { ok: false, error: { code: 'not_yours', role: 'case_handler' } })
    const empty = await answer(town, caseId, 'review', {})
    assert.equal(!empty.ok && empty.error.code, 'invalid')
    assert.isTrue(
      !empty.ok &&
        empty.error.code === 'invalid' &&
        empty.error.issues.some(({ name }) => name === 'decision')
    )
    const hidden = await answer(town, caseId, 'review', { ...PROCEED, hack: 'x' })
    assert.isTrue(hidden.ok)
    assert.isFalse(hidden.ok && 'hack' in hidden.value.answers)
  })

  test('that is not there is not found', async ({ assert }) => {
    const town = await testTown()
    assert.deepEqual(await answer(town, uuidv7(), 'review', PROCEED), {
      ok: false,
      error: { code: 'not_found' },
    })
  })
})

test.group('A step of a case', () => {
  test('that comes twice or late changes nothing', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const before = await casePage(town.id, caseId, FILED)
    const event = { type: 'done' as const, key: before!.tasks[0]!.key, result: PROCEED }
    const how = { at: FILED, actor: officer(town) }
    assert.isTrue(await inTown(town.id, (trx) => advanceCase(trx, caseId, event, how)))
    const after = await casePage(town.id, caseId, FILED)
    assert.isFalse(await inTown(town.id, (trx) => advanceCase(trx, caseId, event, how)))
    assert.isFalse(
      await inTown(town.id, (trx) => advanceCase(trx, caseId, { type: 'trigger', key: 'gone:99' }, how))
    )
    assert.deepEqual(await casePage(town.id, caseId, FILED), after)
  })

  test('is one line of the history, and the citizen reads the changes of phase only', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const page = await casePage(town.id, caseId, FILED)
    const steps = page!.history.filter(({ kind }) => kind === 'step')
    const events = steps.map(({ data }) => String(data['event']).replace(/:\d+$/, ''))
    assert.deepEqual(events, ['start', 'done assign_unit', 'done send_received'])
    const own = await ownCase(town.id, town.person.id, caseId)
    assert.isTrue(own!.history.every((line) => line.public))
    assert.deepEqual(
      own!.history.map(({ data }) => data['phase']),
      ['received', 'review']
    )
    assert.isNull(await ownCase(town.id, (await addPerson(town.id)).id, caseId))
  })

  test('ends everything that still waited when the case ends', async ({ assert }) => {
    const { town, caseId } = await openCase()
    await answer(town, caseId, 'review', PROCEED)
    await answer(town, caseId, 'resolve', GRANT)
    await settle(town.id, FILED)
    const page = await casePage(town.id, caseId, FILED)
    assert.deepInclude(page!.summary, {
      state: 'closed',
      outcome: 'granted',
      phase: 'closed',
      hasIncident: false,
    })
    assert.lengthOf(page!.timers, 0)
    const left = await inTown(town.id, (trx) =>
      trx.rows(`SELECT 1 FROM subscriptions WHERE municipality_id = $1 AND case_id = $2`, [town.id, caseId])
    )
    assert.lengthOf(left, 0)
    assert.sameMembers(
      page!.documents.map(({ kind }) => kind),
      ['filing', 'receipt', 'resolution']
    )
  })
})

test.group('An activity', (group) => {
  group.each.teardown(() => registerJob('activity', activityJob))

  test('cut off before its commit is done again, and takes effect once', async ({ assert }) => {
    const { town, caseId } = await openCase()
    await answer(town, caseId, 'review', PROCEED)
    await answer(town, caseId, 'resolve', GRANT)
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
    assert.equal((await casePage(town.id, caseId, FILED))!.summary.outcome, 'granted')
  })

  test('that keeps failing becomes an incident; the case waits, and a retry ends it', async ({ assert }) => {
    const { town, caseId } = await openCase()
    let broken = true
    registerJob('activity', {
      ...activityJob,
      run: (job, moment) =>
        broken && job.name === 'documents.issue'
          ? Promise.reject(new Error('the seal is locked'))
          : activityJob.run(job, moment),
    })
    await answer(town, caseId, 'review', PROCEED)
    await answer(town, caseId, 'resolve', GRANT)
    const { failures, now } = await settle(town.id, FILED)
    assert.lengthOf(
      failures.filter((reason) => reason.includes('seal')),
      4
    )
    const waiting = await casePage(town.id, caseId, now)
    const incident = waiting!.incidents.find(
      ({ state, code }) => state === 'open' && code === 'activity_failed'
    )
    assert.include(incident?.detail ?? '', 'the seal is locked')
    assert.isTrue(waiting!.summary.hasIncident)
    assert.equal(waiting!.summary.state, 'open')

    broken = false
    const retry = {
      municipalityId: town.id,
      incidentId: incident!.id,
      actor: officer(town),
      at: now,
      moved: true,
    }
    assert.isTrue((await new RetryIncident().execute({ ...retry, reason: 'the seal was unlocked' })).ok)
    await settle(town.id, now)
    const ended = await casePage(town.id, caseId, now)
    assert.deepInclude(ended!.summary, { state: 'closed', outcome: 'granted', hasIncident: false })
  })
})

test.group('The term to resolve (Law 39/2015, arts. 21, 22 and 31)', () => {
  test('counts from the next working day when filed on a closed one', async ({ assert }) => {
    const { town, caseId } = await openCase(new Date('2026-03-07T10:00:00Z'))
    const page = await casePage(town.id, caseId, FILED)
    assert.equal(page!.caseFile.countsFrom, '2026-03-09')
    assert.equal(page!.summary.dueOn, '2026-06-09')
    assert.equal(page!.timers[0]?.lastDay, '2026-06-09')
  })

  test('stands still from the notified requirement to the answer, and is given the days back', async ({
    assert,
  }) => {
    const { town, caseId } = await openCase()
    const before = (await casePage(town.id, caseId, FILED))!
    assert.equal(before.summary.dueOn, '2026-06-02')
    await inTown(town.id, async (trx) => {
      const { suspendTerm } = await import('#cases/actions/suspend_term')
      const { lockedCase } = await import('#cases/queries/locked_case')
      const at = new Date('2026-03-04T10:00:00Z')
      await suspendTerm(trx, { caseFile: (await lockedCase(trx, caseId))!, at })
      assert.isFalse(await suspendTerm(trx, { caseFile: (await lockedCase(trx, caseId))!, at }))
    })
    const still = (await casePage(town.id, caseId, FILED))!
    assert.equal(still.summary.suspendedOn, '2026-03-04')
    assert.isNull(still.summary.daysLeft)
    assert.isTrue(still.timers[0]?.paused)
    assert.deepEqual(await workUntil(town.id, new Date('2026-06-30T00:00:00Z')), [])
    await inTown(town.id, async (trx) => {
      const { resumeTerm } = await import('#cases/actions/resume_term')
      const { lockedCase } = await import('#cases/queries/locked_case')
      const at = new Date('2026-03-12T08:00:00Z')
      assert.equal(await resumeTerm(trx, { caseFile: (await lockedCase(trx, caseId))!, at }), '2026-06-10')
      assert.isNull(await resumeTerm(trx, { caseFile: (await lockedCase(trx, caseId))!, at }))
    })
    const goes = (await casePage(town.id, caseId, FILED))!
    assert.equal(goes.summary.dueOn, '2026-06-10')
    assert.deepInclude(goes.timers[0]!, { lastDay: '2026-06-10', paused: false })
  })
})

test.group('The inbox', () => {
  test('shows what is most urgent first, page by page, and what is left of each term', async ({ assert }) => {
    const office = await openOffice()
    const town = office.test
    const days = ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']
    for (const day of days)
      await fileAt(office, office.procedure, {
        answers: { ...ANSWERS, subject: day },
        at: new Date(`${day}T09:00:00Z`),
      })
    await settle(town.id, new Date('2026-03-05T10:00:00Z'))
    // One of them was filed last and is due first, one has no term at all.
    await inTown(town.id, async (trx) => {
      await trx.rows(
        `UPDATE case_files SET due_on = '2026-05-30' WHERE municipality_id = $1 AND subject = '2026-03-05'`,
        [town.id]
      )
      await trx.rows(
        `UPDATE case_files SET due_on = NULL WHERE municipality_id = $1 AND subject = '2026-03-04'`,
        [town.id]
      )
    })
    const at = new Date('2026-05-29T08:00:00Z')
    const seen: string[] = []
    let after = null
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox(town.id, {}, { after, limit: 2, at })
      seen.push(...page.cases.map(({ subject }) => subject))
      after = page.next
    } while (after)
    assert.deepEqual(seen, ['2026-03-05', '2026-03-02', '2026-03-02', '2026-03-03', '2026-03-04'])
    const second = (await inbox(town.id, {}, { at })).cases[1]
    assert.deepInclude(second!, {
      dueOn: '2026-06-02',
      daysLeft: 2,
      phase: 'review',
      applicantName: town.person.name,
    })
    assert.lengthOf(
      (await inbox(town.id, { overdue: true }, { at: new Date('2026-06-04T08:00:00Z') })).cases,
      4
    )
    assert.lengthOf((await inbox(town.id, { phase: 'resolution' }, { at })).cases, 0)
    assert.lengthOf((await inbox(town.id, { roles: ['case_handler'], unitId: town.unitId }, { at })).cases, 5)
    assert.deepInclude(await inboxCounts(town.id, town.officer.id, new Date('2026-06-04T08:00:00Z')), {
      open: 5,
      mine: 0,
      overdue: 4,
    })
  })

  test('keeps what one employee has taken from being taken by another', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const other = await addOfficer(town.id, { roles: ['case_handler'] })
    const given = { municipalityId: town.id, caseId, at: FILED, moved: true }
    assert.isTrue((await new ClaimCase().execute({ ...given, actor: officer(town) })).ok)
    assert.isTrue((await new ClaimCase().execute({ ...given, actor: officer(town) })).ok)
    const taken = await new ClaimCase().execute({ ...given, actor: { kind: 'officer', id: other.id } })
    assert.deepEqual(taken, { ok: false, error: 'taken' })
    assert.lengthOf((await inbox(town.id, { assignedTo: town.officer.id }, { at: FILED })).cases, 1)
    const nobody = await new AssignCase().execute({ ...given, actor: officer(town), officerId: uuidv7() })
    assert.deepEqual(nobody, { ok: false, error: 'unknown_officer' })
    assert.isTrue(
      (await new AssignCase().execute({ ...given, actor: officer(town), officerId: other.id })).ok
    )
    assert.lengthOf((await inbox(town.id, { assignedTo: other.id }, { at: FILED })).cases, 1)
  })

  test('finds a case by entry number, identity number and words without accents', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const page = await casePage(town.id, caseId, FILED)
    await inTown(town.id, (trx) =>
      trx.rows(`SELECT index_case($1, $2, $3, $4)`, [
        caseId,
        page!.summary.entryNumber,
        town.person.identifier,
        'Farola apagada en la calle Mayor, València',
      ])
    )
    for (const question of [
      page!.summary.entryNumber!,
      town.person.identifier.toLowerCase(),
      'valencia farola',
    ])
      assert.deepEqual(
        (await searchCases(town.id, question, { at: FILED })).map(({ id }) => id),
        [caseId]
      )
    assert.lengthOf(await searchCases(town.id, 'semáforo', { at: FILED }), 0)
    assert.lengthOf(await searchCases(town.id, '   ', { at: FILED }), 0)
    const elsewhere = await testTown()
    assert.lengthOf(await searchCases(elsewhere.id, 'farola', { at: FILED }), 0)
  })
})

test.group('A note', () => {
  test('is kept with who wrote it and when, and is for colleagues only', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const given = { municipalityId: town.id, caseId, officerId: town.officer.id, at: FILED, moved: true }
    assert.isTrue((await new AddNote().execute({ ...given, text: ' Ha telefonat. ' })).ok)
    assert.deepEqual(await new AddNote().execute({ ...given, text: '  ' }), { ok: false, error: 'empty' })
    assert.deepEqual(await new AddNote().execute({ ...given, caseId: uuidv7(), text: 'x' }), {
      ok: false,
      error: 'not_found',
    })
    const page = await casePage(town.id, caseId, FILED)
    assert.deepInclude(page!.notes[0]!, { text: 'Ha telefonat.', officerName: 'Amparo Oficial' })
  })
})
