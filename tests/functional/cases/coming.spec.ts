import { test } from '@japa/runner'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { comingIn } from '#cases/queries/coming'
import { atTheDesk } from '#tests/support/desk_visitor'
import { CitizensCase } from '#tests/support/citizens_case'
import { FILED, REQUIRE, answerTask, openCase, type OpenCase } from '#tests/support/open_case'
import { wordsIn } from '#tests/support/page_forms'
import { requiredCase } from '#tests/support/required_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

const seen = async ({ town, caseId }: OpenCase) =>
  (await comingIn(town.id, caseId)).map(({ kind, of, at, lastDay }) => [
    of ? `${kind} of ${of}` : kind,
    at?.toISOString() ?? null,
    lastDay,
  ])

test.group('What comes next in a case', () => {
  test('is seen before it happens: the end of the term with its silence, and the reminder before it', async ({
    assert,
  }) => {
    const open = await openCase()
    assert.deepEqual(await seen(open), [
      ['reminder of resolution', '2026-05-19T06:00:00.000Z', '2026-06-02'],
      ['resolution', '2026-06-02T22:00:00.000Z', '2026-06-02'],
    ])
  })

  test('is also a notification that nobody has opened yet', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', REQUIRE)
    await settle(open.town.id, FILED)
    const all = await seen(open)
    assert.deepEqual(all[0], ['reminder of notification', '2026-03-09T07:00:00.000Z', '2026-03-12'])
    assert.deepEqual(all[1], ['notification', '2026-03-12T23:00:00.000Z', null])
  })

  test('while the term stands still is the last day to answer, and that the term waits for it', async ({
    assert,
  }) => {
    const open = await requiredCase()
    assert.deepEqual(await seen(open), [
      ['reminder of answer', '2026-03-11T07:00:00.000Z', '2026-03-16'],
      ['answer', '2026-03-16T23:00:00.000Z', '2026-03-16'],
      ['resolution', null, '2026-06-02'],
    ])
  })

  test('is nothing of another town', async ({ assert }) => {
    const open = await openCase()
    assert.deepEqual(await comingIn((await testTown()).id, open.caseId), [])
  })
})

test.group('Whoever handles a case', () => {
  test('reads in plain words what comes, when, how long is left and what holds it up', async ({ assert }) => {
    const open = await requiredCase()
    const desk = await atTheDesk(open.town, open.town.officer)
    const { props } = await desk.get(`/desk/cases/${open.caseId}?lang=en`)
    assert.deepEqual(
      props.coming.map(({ title }: any) => title),
      [
        'Reminder to the interested party: to answer',
        'Last day to answer: Correct the application',
        'Last day to resolve and notify',
      ]
    )
    const [reminder, answer, resolution] = props.coming
    assert.match(reminder.notes[0], /^Leaves by email on .*2026.* if it is still needed$/)
    assert.equal(answer.due.day.iso, '2026-03-16')
    assert.match(answer.notes[0], /^Ends on/)
    assert.equal(resolution.due.words, 'Standing still')
    assert.match(resolution.notes[0], /Goes on when it is answered, or else after .*16/)
    assert.match(resolution.notes[1], /what silence means depends on the matter/)
  })
})

test.group('The interested party', () => {
  test('reads until when they can answer, and what the term to resolve waits for', async ({ assert }) => {
    const filed = await CitizensCase.file()
    await filed.officerAnswers('review', REQUIRE)
    const { id, path } = await filed.lastNotification()
    assert.include(wordsIn((await filed.citizen.get(filed.path)).body), 'Last day to open')
    await filed.citizen.get(path)
    const { person } = filed.office.test
    const addressee = { personId: person.id, identifier: person.identifier, level: 'low', method: 'demo' }
    const which = { municipalityId: filed.office.town.id, notificationId: id, addressee, at: new Date() }
    assert.isTrue((await new AcceptNotification().execute(which)).ok)
    await filed.settle()
    const text = wordsIn((await filed.citizen.get(filed.path)).body)
    assert.include(text, 'Dates to come')
    assert.match(text, /Last day to answer Until/)
    assert.match(text, /The council must resolve and notify Suspended since/)
    assert.match(text, /Reminder by email to answer On/)
    assert.notInclude(text, 'Reminder to whoever handles it')
  })
})
