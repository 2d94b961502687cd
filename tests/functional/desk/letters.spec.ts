import { test } from '@japa/runner'
import { settle, workUntil } from '#tests/support/worker'
import { CitizensCase } from '#tests/support/citizens_case'
import { formIn, signedIn } from '#tests/support/citizen_visitor'
import { atTheDesk } from '#tests/support/desk_visitor'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { GRANT, ON_PAPER, PROCEED } from '#tests/support/open_case'
import { formsIn, wordsIn } from '#tests/support/page_forms'
import { rowsOf } from '#tests/support/rows'
import { typed, walkToReceipt } from '#tests/support/walk_filing'
import { verifyTown } from '#start/verify'

const DAY = 86_400_000

/** Day and hour of now by the town's clock. */
const clock = (timeZone: string) => new Date().toLocaleString('sv-SE', { timeZone }).slice(0, 16).split(' ')

async function posted() {
  const filed = await CitizensCase.file(undefined, ON_PAPER)
  const receipt = wordsIn((await filed.citizen.get(filed.receipt)).body)
  await filed.officerAnswers('review', PROCEED)
  await filed.officerAnswers('resolve', GRANT)
  const { test: town } = filed.office
  const desk = await atTheDesk(town, town.officer)
  return { filed, receipt, town, desk, letter: await filed.lastNotification() }
}

test.group('Notifications on paper (Law 39/2015, arts. 14.1 and 41 to 44)', () => {
  test('are for the office to post, and never expire in the folder', async ({ assert }) => {
    const { filed, receipt, town, desk, letter } = await posted()
    assert.include(receipt, 'We will post the decision to the address you gave us.')
    const { props } = await desk.get('/desk/letters')
    assert.deepInclude(props.letters[0], {
      id: letter.id,
      address: ['Calle Mayor, 12', '46440 Almussafes'],
      returned: null,
    })
    assert.match(
      props.letters[0].due.words,
      /^(9|10) working days left$/,
      'ten days from its act (art. 40.2)'
    )
    assert.equal(props.doors.find(({ name }: any) => name === 'letters').count, 1)
    assert.equal((await desk.get(props.letters[0].document)).status, 200)
    await workUntil(town.id, new Date(Date.now() + 20 * DAY), new Date())
    await settle(town.id, new Date(Date.now() + 20 * DAY))
    const envelope = await filed.citizen.get(letter.path)
    assert.include(wordsIn(envelope.body), 'We are sending it to you on paper.')
    assert.isFalse(formsIn(envelope.body).some(({ action }) => action.endsWith('/rejection')))
    for (const path of ['/folder', '/folder/notifications', letter.path]) {
      const told = wordsIn((await filed.citizen.get(path)).body)
      assert.include(told, 'To be sent by post', path)
      assert.notInclude(told, 'Sent by post', path)
    }
    const folder = wordsIn((await filed.citizen.get('/folder')).body)
    assert.include(folder, 'It comes by post')
    assert.notInclude(folder, 'Waits to be opened', 'nobody is asked for anything')
    assert.notMatch(wordsIn((await filed.citizen.get(filed.path)).body), /granted/i)
    const notices = await rowsOf<{ text: string }>(
      town.id,
      'SELECT text FROM notices WHERE municipality_id = $1 ORDER BY id DESC LIMIT 1'
    )
    assert.include(notices[0]?.text, 'en papel')
    assert.notInclude(notices[0]?.text, '43.2')
  })

  test('are something to do: on the case, in the inbox and in a search, by the last day to post', async ({
    assert,
  }) => {
    const { filed, desk, letter } = await posted()
    const { due } = (await desk.get('/desk/letters')).props.letters[0]
    const words = `Notification on paper: to be posted by ${due.day.text}`
    const { line, coming, tasks } = (await desk.get(`/desk/cases/${filed.caseId}`)).props
    assert.deepEqual([tasks, line.letters, line.todo], [[], [words], [words]])
    assert.include(coming[0].title, 'Posting of the notification on paper')
    assert.deepEqual(coming[0].due, due, 'not the later term to resolve (art. 40.2)')
    const inbox = (await desk.get('/desk/inbox')).props.cases
    assert.deepEqual(inbox.find(({ id }: any) => id === filed.caseId).todo, [words])
    const found = (await desk.get(`/desk/search?q=${line.number}`)).props.cases
    assert.deepEqual(found[0].todo, [words])
    const [on, hour] = clock(filed.office.town.timeZone)
    await desk.post(`/desk/letters/${letter.id}/delivery`, { result: 'unknown', on, hour })
    const after = (await desk.get(`/desk/cases/${filed.caseId}`)).props
    assert.deepEqual(after.line.todo, ['Notification on paper, returned: to be published'])
    assert.notInclude(JSON.stringify(after.coming), 'Posting of the notification')
  })

  test('carry the case on when their delivery is recorded', async ({ assert }) => {
    const { filed, town, desk, letter } = await posted()
    const path = `/desk/letters/${letter.id}/delivery`
    const [on, hour] = clock(filed.office.town.timeZone)
    for (const wrong of [
      { result: 'delivered', on: '2000-01-01', hour },
      { result: 'delivered', on },
      { result: 'eaten', on, hour },
      { result: 'returned', on, hour },
      {},
    ])
      assert.equal((await desk.post(path, wrong)).headers.location, '/desk/letters')
    const onCase = async () => (await desk.get(`/desk/cases/${filed.caseId}`)).props.notifications.at(-1)
    assert.deepInclude(await onCase(), {
      state: 'posted',
      words: 'On paper: to be posted or recorded',
      delivery: [],
    })
    assert.lengthOf((await desk.get('/desk/letters')).props.letters, 1)
    await desk.post(path, { result: 'unknown', on, hour, reference: 'RR123456789ES' })
    const [letterLine] = (await desk.get('/desk/letters')).props.letters
    assert.deepEqual((await onCase()).delivery, letterLine.returned)
    assert.match(letterLine.returned.join(' '), new RegExp(`^Returned: .*${hour} Reference: RR123456789ES$`))
    assert.equal((await onCase()).words, 'Returned: to be published')
    assert.include(wordsIn((await filed.citizen.get(letter.path)).body), 'Sent by post to')
    await desk.post(path, { result: 'published', on })
    assert.lengthOf((await desk.get('/desk/letters')).props.letters, 0)
    assert.include(wordsIn((await filed.citizen.get(letter.path)).body), 'Published in the official gazette')
    assert.match(wordsIn((await filed.citizen.get(filed.path)).body), /granted/i)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('say on the case to whom they were delivered', async ({ assert }) => {
    const { filed, desk, letter } = await posted()
    const [on, hour] = clock(filed.office.town.timeZone)
    await desk.post(`/desk/letters/${letter.id}/delivery`, {
      ...{ result: 'delivered', on, hour, receiver: 'Vicent Pla', relation: 'neighbour' },
    })
    const { props } = await desk.get(`/desk/cases/${filed.caseId}`)
    const { state, delivery } = props.notifications.at(-1)
    assert.equal(state, 'delivered')
    assert.match(delivery.join(' '), new RegExp(`^Delivered: .*${hour} Received by: Vicent Pla, neighbour$`))
  })

  test('leave the tray with a reason, if they must not be notified any more', async ({ assert }) => {
    const { filed, town, desk, letter } = await posted()
    await workUntil(town.id, new Date(Date.now() + 130 * DAY), new Date())
    await settle(town.id, new Date(Date.now() + 130 * DAY))
    const tray = async () => (await desk.get('/desk/letters')).props.letters
    assert.isNotNull((await tray())[0].silent, 'the term ended before an attempt (art. 40.4)')
    const path = `/desk/letters/${letter.id}/taking-back`
    for (const reason of [undefined, '  ']) await desk.post(path, { reason })
    assert.lengthOf(await tray(), 1)
    assert.equal((await desk.post(path, { reason: 'Silence granted it.' })).headers.location, '/desk/letters')
    assert.lengthOf(await tray(), 0)
    const { props } = await desk.get(`/desk/cases/${filed.caseId}`)
    const line = props.notifications.find(({ id }: any) => id === letter.id)
    assert.equal(line.words, 'Taken back without posting')
    assert.deepEqual(line.delivery, ['Taken back without posting: Silence granted it.'])
    assert.equal((await filed.citizen.get(letter.path)).status, 404)
    const told = wordsIn((await filed.citizen.get(filed.path)).body)
    assert.notMatch(told, /granted|taken back/i)
  })

  test('that are opened in the folder first need no posting, which the tray tells until it was seen (art. 41.7)', async ({
    assert,
  }) => {
    const { filed, town, desk, letter } = await posted()
    const tray = async () => (await desk.get('/desk/letters')).props
    const path = `/desk/letters/${letter.id}/setting-aside`
    await desk.post(path)
    assert.lengthOf((await tray()).letters, 1, 'nobody has opened it yet')
    const envelope = await filed.citizen.get(letter.path)
    await filed.citizen.send(formIn(envelope, `${letter.path}/acceptance`))
    const { letters, doors } = await tray()
    assert.deepEqual(
      letters.map(({ id, opened }: any) => [id, Math.abs(Date.parse(opened.iso) - Date.now()) < 60_000]),
      [[letter.id, true]]
    )
    assert.equal(doors.find(({ name }: any) => name === 'letters').count, 1)
    assert.equal((await desk.post(path)).headers.location, '/desk/letters')
    assert.lengthOf((await tray()).letters, 0)
    const { props } = await desk.get(`/desk/cases/${filed.caseId}`)
    const line = props.notifications.find(({ id }: any) => id === letter.id)
    assert.equal(line.state, 'accepted')
    assert.match(line.delivery.join(' '), /^Opened in the folder before it was delivered/)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})

test.group('Who must be notified by electronic means (art. 14.2)', () => {
  test('is not asked how, and what they send all the same changes nothing', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    const company = await signedIn(office.test, 3)
    const first = await company.begin(office.procedure.slug)
    const channel = first.replace(/[^/]+$/, 'channel')
    await company.submit(channel, { ...typed(ON_PAPER), _version: '1', _step: 'next' })
    const receipt = await walkToReceipt(company, office.procedure.slug, {
      ...goodAnswers(office),
      ...ON_PAPER,
    })
    const [filing] = await rowsOf<{ answers: Record<string, unknown>; applicant: Record<string, unknown> }>(
      office.town.id,
      `SELECT answers, applicant FROM filings WHERE municipality_id = $1`
    )
    assert.equal(filing?.answers['notificationChannel'], 'electronic')
    assert.notProperty(filing?.answers, 'address')
    assert.isNull(filing?.applicant['postalAddress'])
    assert.include(wordsIn((await company.get(receipt)).body), 'We will notify you')
  })
})
