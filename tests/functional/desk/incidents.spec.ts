import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import { uuidv7 } from '#core/ids'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, openCase } from '#tests/support/open_case'
import { plantedIncident } from '#tests/support/planted_incident'
import { addOfficer, testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import {
  on,
  timer,
  adHoc,
  call,
  draw,
  end,
  exclusive,
  message,
  service,
  start,
  throwing,
  user,
} from '../../unit/engine/builder.js'

/** A procedure whose way out hangs on two variables that its beginning left empty. */
const DECIDES = draw(
  `start -> note -> decide
   decide -> review : amount > 100
   decide -> done : amount <= 100
   review -> done`,
  {
    start: start(),
    note: service('cases.assign_unit', {
      out: { amount: 'null :: number', ready: 'null :: boolean', list: '[1]' },
    }),
    decide: exclusive(),
    review: user('review'),
    done: end('done'),
  }
)

async function stuck() {
  const town = await testTown()
  const procedure = await drawnProcedure(town.id, 'decides', DECIDES)
  const answers = { request: 'A' }
  const { caseId } = await openDrawn(town.id, procedure, { answers })
  const visitor = await atTheDesk(town, town.officer)
  const [incident] = (await casePage(town.id, caseId, FILED))!.incidents
  return { town, procedure, caseId, visitor, incident: incident! }
}

test.group('Incidents, at the desk', () => {
  test('are listed by state and kind, with counts, and each has its page', async ({ assert }) => {
    const { town, visitor, caseId, incident } = await stuck()
    await plantedIncident(town.id, caseId, { detail: 'mail server 10 is down' })
    const { props } = await visitor.get('/desk/incidents')
    assert.deepEqual(
      props.views.map(({ name, count }: any) => [name, count]),
      [
        ['open', '2'],
        ['resolved', '0'],
      ]
    )
    assert.sameMembers(
      props.incidents.map(({ case: held }: any) => held.id),
      [caseId, caseId]
    )
    const only = await visitor.get('/desk/incidents?code=condition_not_boolean')
    assert.deepEqual(
      only.props.incidents.map(({ id }: any) => id),
      [incident.id]
    )
    assert.equal((await visitor.get('/desk/incidents?state=lost')).status, 422)
    const page = (await visitor.get(`/desk/incidents/${incident.id}`)).props
    assert.deepEqual(page.incident.obstacles, [
      { words: 'At a gateway, nobody can tell whether “amount” is more than “100”', source: 'amount > 100' },
    ])
    assert.deepEqual(page.incident.seen, ['amount: nothing'])
    assert.deepEqual(
      page.fields.map(({ name, kind, asked }: any) => [name, kind, asked]),
      [
        ['amount', 'number', true],
        ['list', 'data', false],
        ['ready', 'boolean', false],
      ]
    )
    assert.deepEqual(page.frozen, [{ name: 'Request', value: 'A' }])
    assert.equal((await visitor.get(`/desk/incidents/${uuidv7()}`)).status, 404)
  })

  test('are mended by what was wrong and tried again, with a reason', async ({ assert }) => {
    const { town, visitor, caseId, incident } = await stuck()
    const to = `/desk/incidents/${incident.id}/retry`
    const nothing = await visitor.post(to, { variables: { amount: '250' } })
    assert.equal(nothing.status, 422)
    assert.isNotNull(nothing.props.reason.fault)
    const wrong = await visitor.post(to, { reason: 'as agreed', variables: { amount: 'many', list: '[' } })
    assert.equal(wrong.status, 422)
    const typed = wrong.props.fields.map(({ name, value, fault }: any) => [name, value, fault !== null])
    assert.deepEqual(typed.slice(0, 2), [
      ['amount', 'many', true],
      ['list', '[', true],
    ])
    assert.equal(wrong.props.reason.text, 'as agreed')
    const mended = await visitor.post(to, {
      reason: 'as agreed',
      variables: { amount: '250,5', list: '[1]', ready: '', answers: '{}' },
    })
    assert.equal(mended.status, 303)
    const { caseFile, tasks, history } = (await casePage(town.id, caseId, FILED))!
    assert.equal(caseFile.workflow.variables['amount'], '250.5')
    assert.deepEqual(caseFile.workflow.variables['answers'], { request: 'A' })
    assert.lengthOf(tasks, 1)
    const line = history.find(({ kind }) => kind === 'incident_retried')!
    assert.deepEqual(line.data['variables'], { amount: { before: null, after: '250.5' } })
    const told = (await visitor.get(`/desk/cases/${caseId}`)).props.history
    const retried = told.find(({ title }: any) => title === 'Tried again after an incident')
    assert.deepEqual(retried.details, ['as agreed', 'amount: 250.5 (before: nothing)'])
    assert.equal(retried.actor, 'Amparo Oficial')
    const [row] = await auditRows(town.id, 'cases.incident_retried')
    assert.deepEqual(Object.keys((row!.detail as any).variables), ['amount'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    const settled = (await visitor.get('/desk/incidents?state=resolved')).props.incidents
    assert.deepEqual(
      settled.map(({ id, settled: how }: any) => [id, how.by]),
      [[incident.id, 'Amparo Oficial']]
    )
    const again = await visitor.post(to, { reason: 'again' })
    assert.equal(again.status, 303)
    assert.lengthOf(await auditRows(town.id, 'cases.incident_retried'), 1)
  })

  test('that stop again at once say so, and lead to where', async ({ assert }) => {
    const { town, visitor, caseId, incident } = await stuck()
    const tried = await visitor.post(`/desk/incidents/${incident.id}/retry`, { reason: 'perhaps now' })
    const { incidents } = (await casePage(town.id, caseId, FILED))!
    const anew = incidents.find(({ state }) => state === 'open')!
    assert.notEqual(anew.id, incident.id)
    assert.equal(tried.headers.location, `/desk/incidents/${anew.id}`)
    assert.equal((await visitor.get(`/desk/incidents/${anew.id}`)).props.flash.tone, 'danger')
  })

  test('of the same cause are tried again together', async ({ assert }) => {
    const { town, visitor, procedure } = await stuck()
    for (let more = 0; more < 2; more++) await openDrawn(town.id, procedure, { answers: { request: 'B' } })
    await plantedIncident(town.id, null, { code: 'job_failed', detail: 'other' })
    const [cause] = (await visitor.get('/desk/incidents')).props.causes
    assert.equal(cause.count, 3)
    const no = await visitor.post('/desk/incident-retries', { cause: cause.cause, reason: ' ' })
    assert.equal(no.status, 303)
    assert.isEmpty(await auditRows(town.id, 'cases.incident_retried'))
    await visitor.post('/desk/incident-retries', { cause: cause.cause, reason: 'the server is back' })
    const { flash } = (await visitor.get('/desk/incidents')).props
    assert.equal(flash.text, '3 incidents were tried again; 3 failed once more.')
    await settle(town.id, FILED)
    assert.lengthOf(await auditRows(town.id, 'cases.incident_retried'), 3)
  })

  test('are an administrator’s', async ({ assert }) => {
    const { town, incident } = await stuck()
    const handler = await atTheDesk(
      town,
      await addOfficer(town.id, { roles: ['case_handler'], unitIds: [town.unitId] })
    )
    assert.equal((await handler.get('/desk/incidents')).status, 403)
    assert.equal((await handler.get(`/desk/incidents/${incident.id}`)).status, 403)
    assert.equal((await handler.post('/desk/incident-retries', { cause: 'x', reason: 'y' })).status, 403)
  })
})

test.group('A case that is moved by hand, at the desk', () => {
  test('shows what will happen before it is done, and is done as it was shown', async ({ assert }) => {
    const { town, visitor, caseId, incident } = await stuck()
    const path = `/desk/cases/${caseId}/modification`
    const { props } = await visitor.get(path)
    assert.equal((await visitor.get(`/desk/incidents/${incident.id}`)).props.modify, path)
    const [token] = props.tokens
    assert.isTrue(token.incident)
    assert.includeMembers(
      props.places.map(({ value }: any) => value),
      ['review', 'note']
    )
    const typed = { cancel: [token.key], begin: 'review' }
    assert.equal((await visitor.post(path, {})).status, 422)
    const unreasoned = await visitor.post(path, typed)
    assert.equal(unreasoned.status, 422)
    assert.isNotNull(unreasoned.props.faults.reason)
    const looked = await visitor.post(path, { ...typed, reason: 'as the mayor asked' })
    assert.deepEqual(looked.props.ahead, ['Given up: decide.', 'A task opens: Called review (Case handler).'])
    const late = await visitor.post(path, { ...typed, reason: 'x', step: 'confirmed', seen: 'other' })
    assert.equal(late.status, 409)
    const { seen } = looked.props
    const done = await visitor.post(path, { ...typed, reason: 'as asked', step: 'confirmed', seen })
    assert.deepEqual([done.status, done.headers.location], [303, `/desk/cases/${caseId}`])
    const { tasks, incidents } = (await casePage(town.id, caseId, FILED))!
    assert.deepEqual([tasks.length, incidents[0]!.state], [1, 'resolved'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
    const handler = await atTheDesk(town, await addOfficer(town.id, { roles: ['case_handler'] }))
    assert.equal((await handler.get(path)).status, 403)
  })
})

test.group('A case that waits for another, moved by hand at the desk', () => {
  test('says which other case ends, which then says who, why, and that it is in no phase', async ({
    assert,
  }) => {
    const town = await testTown()
    const called = draw('start -> review -> done', {
      start: start(),
      review: user('review', { phase: 'review' }),
      done: end('done'),
    })
    const calls = draw('start -> asks -> more -> done', {
      start: start(),
      asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
      more: user('review'),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'inspection', called)
    const answers = { request: 'Major' }
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'calls', calls), { answers })
    const visitor = await atTheDesk(town, town.officer)
    const [child] = (await visitor.get(`/desk/cases/${caseId}`)).props.beside.related
    const path = `/desk/cases/${caseId}/modification`
    const { tokens } = (await visitor.get(path)).props
    const typed = { cancel: [tokens[0].key], begin: 'more', reason: 'they came by' }
    const looked = (await visitor.post(path, typed)).props
    assert.match(
      looked.ahead[1],
      new RegExp(`^Case ${child.number} \\(.+\\), begun from here, ends, too\\.$`)
    )
    await visitor.post(path, { ...typed, step: 'confirmed', seen: looked.seen })
    await settle(town.id, new Date())
    const { line, history } = (await visitor.get(`/desk/cases/${child.id}`)).props
    assert.deepEqual([line.closed, line.phase, line.outcome], [true, null, 'Closed'])
    const ended = history.find(({ title }: any) => title.startsWith('Ends: '))
    assert.include(ended.details, 'they came by')
    assert.equal(ended.actor, 'Amparo Oficial')
    assert.equal(ended.cases[0].id, caseId)
    assert.match(ended.why[0].lines[0], /^The case that opened it needed it no more \(Amparo Oficial/)
  })
})

test.group('An incident of a case that was filed', () => {
  test('is told with its filing, not as one that the town began by itself', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const id = await plantedIncident(town.id, caseId)
    const visitor = await atTheDesk(town, town.officer)
    const { before } = (await visitor.get(`/desk/incidents/${id}`)).props
    const told = JSON.stringify(before)
    assert.notInclude(told, 'opened ex officio')
    assert.include(told, 'It was filed')
  })
})

test.group('An incident that nothing typed on its page can end', () => {
  const WATCHED = draw('start -> review -> done\nlate -> done', {
    start: start(),
    review: user('review'),
    late: on('review', timer('=answers.request'), { cancelActivity: 'false' }),
    done: end('done'),
  })

  test('says so, and offers to move the case: a term that can not be told goes, and its task stays', async ({
    assert,
  }) => {
    const town = await testTown()
    const procedure = await drawnProcedure(town.id, 'watched', WATCHED)
    const { caseId } = await openDrawn(town.id, procedure, { answers: { request: 'soon' } })
    const visitor = await atTheDesk(town, town.officer)
    const [incident] = (await casePage(town.id, caseId, FILED))!.incidents
    const { props } = await visitor.get(`/desk/incidents/${incident!.id}`)
    assert.isFalse(props.incident.again)
    assert.match(props.incident.remedy, /^Only what was filed or answered is asked for here/)
    assert.include(props.versions.running, 'watched 1.0.0')
    assert.equal(props.versions.href, '/desk/versions#watched')
    const tokens = (await visitor.get(props.modify)).props.tokens
    assert.deepEqual(
      tokens.map(({ element, incident: stopped }: any) => [element, stopped]),
      [
        ['late', true],
        ['review', false],
      ]
    )
    const typed = { cancel: [tokens[0].key], reason: 'the neighbour said no date' }
    const looked = await visitor.post(props.modify, typed)
    assert.deepEqual(looked.props.ahead, ['Given up: late.'])
    await visitor.post(props.modify, { ...typed, step: 'confirmed', seen: looked.props.seen })
    const after = (await casePage(town.id, caseId, FILED))!
    assert.deepEqual([after.tasks[0]!.state, after.incidents[0]!.state], ['open', 'resolved'])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})

test.group('What a case has to do with others, at the desk', () => {
  test('is on its page: what may be begun, who called it, what it has sent', async ({ assert }) => {
    const town = await testTown()
    const called = draw('start -> part -> done', {
      start: start(),
      part: adHoc()('', { review: user('review') }),
      done: end('done'),
    })
    const calls = draw('start -> tell -> asks -> done', {
      start: start(),
      tell: throwing(message('works_begun'), { 'fin:correlation': 'answers.request' }),
      asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
      done: end('done'),
    })
    await drawnProcedure(town.id, 'inspection', called)
    const answers = { request: 'Major' }
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'calls', calls), { answers })
    const visitor = await atTheDesk(town, town.officer)
    const { beside } = (await visitor.get(`/desk/cases/${caseId}`)).props
    assert.deepEqual(
      beside.messages.map(({ name, receiver }: any) => [name, receiver]),
      [['works.begun · Major', null]]
    )
    const [child] = beside.related
    assert.equal(child.how, 'Has opened')
    const path = `/desk/cases/${child.id}`
    const page = (await visitor.get(path)).props
    assert.deepEqual([page.beside.related[0].id, page.beside.related[0].how], [caseId, 'Opened by'])
    const [part] = page.parts
    assert.isTrue(part.closable)
    const begins = () =>
      visitor.post(`${path}/choices`, { key: part.key, element: 'review', begun: String(part.begun) })
    await begins()
    const begun = (await visitor.get(path)).props
    assert.equal(begun.flash.tone, 'success')
    assert.deepEqual([begun.tasks.length, begun.parts[0].closable], [1, false])
    await begins()
    const again = (await visitor.get(path)).props
    assert.deepEqual([again.flash.tone, again.tasks.length, again.parts[0].begun], ['danger', 1, 1])
    await visitor.post(`${path}/choices`, { key: part.key, element: '' })
    assert.equal((await visitor.get(path)).props.flash.tone, 'danger')
    assert.equal((await visitor.post(`/desk/cases/${uuidv7()}/choices`, { key: part.key })).status, 404)
  })
})
