import { test } from '@japa/runner'
import { inTown } from '#tenancy/town_transaction'
import { uuidv7 } from '#core/ids'
import { textOf } from '#catalogue/queries/texts'
import { unwrap } from '#core/result'
import { ClaimCase } from '#cases/actions/assign_case'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { citizenFrom, goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { answerTask, FILED, GRANT, openCase, PROCEED, REQUIRE } from '#tests/support/open_case'
import { refusedInAddress } from '#tests/support/refused_in_address'
import { addOfficer, testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)

const filed = (office: OpenOffice, at = new Date(), subject?: string) =>
  fileAt(office, office.procedure, {
    at,
    answers: { ...goodAnswers(office), ...(subject ? { subject } : {}) },
  })

test.group('The inbox', () => {
  test('puts the nearest legal date first, in working days', async ({ assert }) => {
    const office = await openOffice()
    await filed(office, ago(150), 'overdue')
    const { caseId } = await filed(office, ago(60), 'extended')
    await filed(office, ago(3), 'later')
    await inTown(office.town.id, (trx) =>
      trx.rows(`UPDATE case_files SET due_on = current_date + 300 WHERE municipality_id = $1 AND id = $2`, [
        office.town.id,
        caseId,
      ])
    )
    const visitor = await atTheDesk(office.test, office.test.officer)
    const { props } = await visitor.get('/desk/inbox')
    assert.deepEqual(
      props.cases.map((line: any) => line.subject),
      ['overdue', 'later', 'extended']
    )
    assert.deepEqual(props.cases.map((line: any) => line.due.tone)[0], 'late')
    assert.match(props.cases[0].due.words, /working days? overdue/)
    assert.match(props.cases[2].due.words, /working days? left/)
    const late = await visitor.get('/desk/inbox?view=overdue')
    assert.deepEqual(
      late.props.cases.map((line: any) => line.subject),
      ['overdue']
    )
    assert.deepEqual(
      late.props.views.map(({ count }: any) => count),
      ['3', '0', '0', '1']
    )
  })

  test('keeps its filters in the address, and says which it can’t answer', async ({ assert }) => {
    const office = await openOffice()
    await filed(office)
    const visitor = await atTheDesk(office.test, office.test.officer)
    const { cases, phases } = (await visitor.get('/desk/inbox')).props
    const standing = phases.find(({ label }: any) => label === cases[0].phase).value
    const here = await visitor.get(`/desk/inbox?unit=${office.test.unitId}&phase=${standing}`)
    assert.lengthOf(here.props.cases, 1)
    assert.equal(here.props.filter.phase, standing)
    const other = phases.find(({ value }: any) => value !== standing).value
    assert.lengthOf((await visitor.get(`/desk/inbox?phase=${other}`)).props.cases, 0)
    const faults = {
      'unit=x': 'E_NO_CHOICE',
      [`unit=${uuidv7()}`]: 'E_NO_CHOICE',
      'procedure=nowhere': 'E_NO_CHOICE',
      'view=x': 'E_NO_CHOICE',
      'after=x': 'E_NO_PLACE',
      'after=2026-99-99~x': 'E_NO_PLACE',
      'unit[]=1': 'E_NOT_ONE_VALUE',
      'phase=%00': 'E_CONTROL_CHARACTER',
      'phase=nowhere/review': 'E_NO_CHOICE',
      [`after=2026-02-31~${uuidv7()}`]: 'E_NO_PLACE',
    }
    assert.deepEqual(await refusedInAddress(visitor, '/desk/inbox', Object.keys(faults)), faults)
    const refused = await visitor.get(`/desk/inbox?phase=${standing}&unit=x&view=open`)
    const way = new URLSearchParams({ phase: standing, view: 'open' }).toString().replaceAll('&', '&amp;')
    assert.include(refused.body, `href="/desk/inbox?${way}"`)
  })

  test('hands several cases out at once, and tells which could not be', async ({ assert }) => {
    const office = await openOffice()
    const one = await filed(office)
    const two = await filed(office)
    const colleague = await addOfficer(office.town.id, { roles: ['case_handler'] })
    const visitor = await atTheDesk(office.test, office.test.officer)
    await visitor.post('/desk/assignments', { cases: [one.caseId, two.caseId], officer: colleague.id })
    const mine = await atTheDesk(office.test, colleague)
    assert.lengthOf((await mine.get('/desk/inbox?view=mine')).props.cases, 2)
    await visitor.post('/desk/assignments', { cases: [one.caseId, uuidv7(), 'x'], officer: 'me' })
    const { props } = await visitor.get('/desk/inbox?view=mine')
    assert.equal(props.flash.tone, 'danger')
    assert.lengthOf(props.cases, 0)
    assert.lengthOf(await auditRows(office.town.id, 'cases.assigned'), 2)
  })
})

test.group('The search of cases', () => {
  test('finds by number, identity number and words, and leaves a row without the question', async ({
    assert,
  }) => {
    const office = await openOffice()
    const { entryNumber } = await filed(office, new Date(), 'Un fanal apagat')
    await settle(office.town.id, new Date())
    const visitor = await atTheDesk(office.test, office.test.officer)
    for (const question of [entryNumber, entryNumber.toLowerCase(), office.test.person.identifier, 'fanal'])
      assert.lengthOf((await visitor.get(`/desk/search?q=${question}`)).props.cases, 1, question)
    assert.lengthOf((await visitor.get('/desk/search?q=unicorn')).props.cases, 0)
    assert.isNull((await visitor.get('/desk/search')).props.cases)
    const rows = await auditRows(office.town.id, 'desk.cases_searched')
    assert.lengthOf(rows, 5)
    assert.notInclude(JSON.stringify(rows), office.test.person.identifier)
  })
})

test.group('A search by number', () => {
  test('finds the case by any entry of it, in or out', async ({ assert }) => {
    const open = await openCase()
    const { office, town, caseId } = open
    unwrap(await answerTask(open, 'review', PROCEED))
    unwrap(await answerTask(open, 'resolve', GRANT))
    const { caseId: withdrawn } = await filed(office, FILED)
    const citizen = citizenFrom(town.person)
    const given = { town: office.town, citizen, caseId: withdrawn, reason: '', at: FILED, moved: true }
    unwrap(await new WithdrawCase().execute(given))
    await settle(town.id, FILED)
    const visitor = await atTheDesk(office.test, town.officer)
    const found = async (number: string) =>
      (await visitor.get(`/desk/search?q=${number}`)).props.cases.map(({ id }: any) => id)
    const entries = await inTown(town.id, (trx) =>
      trx.rows<{ number: string; caseId: string }>(
        `SELECT entry_number AS number, case_id AS "caseId" FROM register_entries WHERE municipality_id = $1`,
        [town.id]
      )
    )
    assert.isAtLeast(entries.length, 4)
    assert.sameMembers([...new Set(entries.map((entry) => entry.caseId))], [caseId, withdrawn])
    for (const { number, caseId: there } of entries) assert.deepEqual(await found(number), [there], number)
    const other = await testTown()
    const stranger = await atTheDesk(other, other.officer)
    assert.lengthOf((await stranger.get(`/desk/search?q=${entries[0]!.number}`)).props.cases, 0)
  })
})

test.group('The page of a case', () => {
  test('writes a telephone in the groups that its answer is written in', async ({ assert }) => {
    const office = await openOffice()
    const answers = { ...goodAnswers(office), phone: '+34600000001' }
    const { caseId } = await fileAt(office, office.procedure, { at: FILED, answers })
    const visitor = await atTheDesk(office.test, office.test.officer)
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    const { lines } = props.facts.find(({ label }: { label: string }) => label === 'Contact')
    assert.include(lines, '+34 600 000 001')
    assert.notInclude(JSON.stringify(props.facts), '+34600000001')
    assert.include(JSON.stringify(props.answers), '+34 600 000 001')
  })

  test('shows answers, documents, tasks and history in the words of its procedure', async ({ assert }) => {
    const office = await openOffice()
    const { caseId, entryNumber } = await filed(office)
    await settle(office.town.id, new Date())
    const visitor = await atTheDesk(office.test, office.test.officer)
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    assert.equal(props.line.number, entryNumber)
    assert.isAbove(props.documents.length, 1)
    assert.isAbove(props.history.length, 1)
    assert.include(props.history.at(-1).title, entryNumber, 'its history begins with its filing')
    for (const { title, details } of props.history)
      assert.isFalse(title === 'Step of the procedure' && details.length === 0)
    assert.isTrue(props.tasks[0].mine)
    const asked = office.procedure.forms[office.procedure.sheet.submissionForm]!.pages.flatMap(
      ({ fields }) => fields
    )
    assert.isAtMost(props.answers[0].rows.length, asked.length)
    assert.notMatch(
      JSON.stringify(props),
      /"(cases|desk|forms|documents|notifications)\.[a-z]+\.[a-zA-Z_.]+"/
    )
  })

  test('says whom a case is with, and that a notification waits to be opened', async ({ assert }) => {
    const open = await openCase()
    const { office, town, caseId } = open
    const actor = { kind: 'officer' as const, id: town.officer.id }
    unwrap(await new ClaimCase().execute({ municipalityId: town.id, caseId, actor, at: FILED, moved: true }))
    unwrap(await answerTask(open, 'review', REQUIRE))
    await settle(town.id, FILED)
    const visitor = await atTheDesk(office.test, town.officer)
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    assert.deepEqual(props.line.todo, ['Waiting for the notification to be opened'])
    const assigned = props.history.filter(({ title }: any) => title === 'Assigned to')
    assert.deepEqual(
      assigned.map(({ details }: any) => details),
      [[`Amparo Oficial · Citizen service`], ['Citizen service']]
    )
  })

  test('shows a withdrawal with its reason, and its task before the older ones', async ({ assert }) => {
    const { office, town, caseId } = await openCase()
    const given = { town: office.town, citizen: citizenFrom(town.person), caseId, at: FILED, moved: true }
    unwrap(await new WithdrawCase().execute({ ...given, reason: 'Ya está reparada.' }))
    const visitor = await atTheDesk(office.test, town.officer)
    const { props } = await visitor.get(`/desk/cases/${caseId}`)
    assert.deepEqual(
      props.tasks.map(({ title }: any) => title),
      ['accept_withdrawal', 'review'].map((task) => textOf(office.procedure.texts, 'en', `tasks.${task}`))
    )
    const [accept, review] = props.tasks
    assert.isNull(accept.withdrawn)
    assert.include(review.withdrawn.words, accept.title)
    assert.equal(review.withdrawn.href, `/desk/tasks/${accept.id}`)
    assert.deepEqual((await visitor.get(`/desk/tasks/${review.id}`)).props.task.withdrawn, review.withdrawn)
    const { props: task } = await visitor.get(`/desk/tasks/${accept.id}`)
    for (const { answers } of [props, task]) {
      const said = answers.find(({ title }: any) => /^Withdrawal filed with entry/.test(title))
      assert.deepEqual(said.rows, [{ label: 'Reason', lines: ['Ya está reparada.'] }])
    }
  })

  test('says that the house is still at it, until it is', async ({ assert }) => {
    const open = await openCase()
    const { office, town, caseId } = open
    unwrap(await answerTask(open, 'review', PROCEED))
    unwrap(await answerTask(open, 'resolve', GRANT))
    const visitor = await atTheDesk(office.test, town.officer)
    const working = async () => (await visitor.get(`/desk/cases/${caseId}`)).props.working
    assert.isTrue(await working())
    await settle(town.id, FILED)
    assert.isFalse(await working())
  })

  test('leaves one row an hour of who has read it', async ({ assert }) => {
    const office = await openOffice()
    const { caseId } = await filed(office)
    const visitor = await atTheDesk(office.test, office.test.officer)
    for (let times = 0; times < 3; times++) await visitor.get(`/desk/cases/${caseId}`)
    const rows = await auditRows(office.town.id, 'desk.case_read')
    assert.deepEqual(
      rows.map(({ actor, subject }) => [actor, subject]),
      [[office.test.officer.id, caseId]]
    )
  })

  test('answers a foreign id, one that is no id and one that is nowhere alike', async ({ assert }) => {
    const [office, other] = [await openOffice(), await testTown()]
    const { caseId } = await filed(office)
    await settle(office.town.id, new Date())
    const own = await atTheDesk(office.test, office.test.officer)
    const { props } = await own.get(`/desk/cases/${caseId}`)
    const stranger = await atTheDesk(other, other.officer)
    const known = {
      cases: caseId,
      tasks: props.tasks[0].id,
      documents: props.documents[0].id,
      notices: props.notices[0].id,
    }
    const plain = (body: string) =>
      body.replace(/[0-9a-f-]{36}|name=.?_csrf.? value=\S+|nonce="[^"]*"|\d+:\d+:\d+|datetime="[^"]*"/g, '')
    for (const [kind, id] of Object.entries(known)) {
      const [foreign, absent, malformed] = await Promise.all(
        [id, uuidv7(), 'not-an-id'].map((asked) => stranger.get(`/desk/${kind}/${asked}`))
      )
      assert.deepEqual([foreign!.status, absent!.status, malformed!.status], [404, 404, 404], kind)
      assert.equal(plain(foreign!.body), plain(absent!.body), kind)
      assert.equal(plain(foreign!.body), plain(malformed!.body).replaceAll('not-an-id', ''), kind)
    }
    for (const path of [
      `/desk/cases/${caseId}/claim`,
      `/desk/cases/${caseId}/notes`,
      `/desk/cases/${caseId}/assignment`,
    ])
      assert.equal((await stranger.post(path, { text: 'x' })).status, 404, path)
    assert.lengthOf(await auditRows(other.id, 'desk.case_read'), 0)
  })

  test('is taken by one officer, and not by a second', async ({ assert }) => {
    const office = await openOffice()
    const { caseId } = await filed(office)
    const first = await atTheDesk(office.test, office.test.officer)
    const second = await atTheDesk(office.test, await addOfficer(office.town.id, { roles: ['case_handler'] }))
    await first.post(`/desk/cases/${caseId}/claim`)
    await second.post(`/desk/cases/${caseId}/claim`)
    const { props } = await second.get(`/desk/cases/${caseId}`)
    assert.equal(props.flash.tone, 'danger')
    assert.equal(props.assigned.officer, office.test.officer.id)
    assert.isFalse(props.may.claim)
  })

  test('keeps notes as they were written', async ({ assert }) => {
    const office = await openOffice()
    const { caseId } = await filed(office)
    const visitor = await atTheDesk(office.test, office.test.officer)
    await visitor.post(`/desk/cases/${caseId}/notes`, { text: 'He called: <b>urgent</b>' })
    await visitor.post(`/desk/cases/${caseId}/notes`, { text: '   ' })
    const { props, body } = await visitor.get(`/desk/cases/${caseId}`)
    assert.deepEqual(
      props.notes.map(({ text }: any) => text),
      ['He called: <b>urgent</b>']
    )
    assert.notInclude(body, '<b>urgent</b>')
    assert.equal(props.flash.tone, 'danger')
  })
})
