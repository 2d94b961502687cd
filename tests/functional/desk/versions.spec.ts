import { test } from '@japa/runner'
import { plansOf } from '#cases/queries/migration_plans'
import { proposePlan } from '#catalogue/index'
import { uuidv7 } from '#core/ids'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { FILED, openCase, pageOf } from '#tests/support/open_case'
import { addOfficer } from '#tests/support/town'
import { carriedOut, followed, publishNext, started, withTerm, writtenPlan } from '#tests/support/versions'

/** An office with a case that waits for its review, and a newer version of its procedure. */
async function twoVersions() {
  const open = await openCase()
  const to = await publishNext(open.office.procedure)
  const visitor = await atTheDesk(open.town, open.town.officer)
  const { digest } = open.office.procedure
  const path = `/desk/versions/${to.slug}/${digest.slice(0, 12)}/${to.digest.slice(0, 12)}`
  return { open, to, visitor, path }
}

/** What the form of a page posts when nothing is changed in it, and what is. */
const formOf = ({ rows }: any, elements: Record<string, string> = {}) => ({
  elements: {
    ...Object.fromEntries(rows.map(({ element, choice }: any) => [element, choice])),
    ...elements,
  },
  reason: 'The report came too late',
})

const CONFIRMED = { step: 'confirmed', why: 'as agreed' }
const runIn = ({ headers }: { headers: any }) => String(headers.location).split('/').at(-1)!

test.group('Versions, at the desk', () => {
  test('are listed with their open cases, and where these may go', async ({ assert }) => {
    const { open, to, visitor, path } = await twoVersions()
    const { procedures } = (await visitor.get('/desk/versions')).props
    const { versions } = procedures.find(({ slug }: any) => slug === to.slug)
    assert.deepEqual(
      versions.map(({ version, cases, offered }: any) => [version, cases, offered]),
      [
        [to.sheet.version, 0, false],
        [open.office.procedure.sheet.version, 1, true],
      ]
    )
    assert.deepEqual(
      versions[1].moves.map(({ href }: any) => href),
      [path]
    )
    assert.isEmpty(versions[0].moves)
  })

  test('have a plan proposed, tried without writing anything, and carried out', async ({ assert }) => {
    const { open, to, visitor, path } = await twoVersions()
    const { props } = await visitor.get(path)
    assert.isTrue(props.proposed)
    const review = props.rows.find(({ element }: any) => element === 'review')
    assert.equal(review.choice, 'to:review')
    const looked = await visitor.post(path, formOf(props))
    assert.equal(looked.status, 200)
    assert.equal(looked.props.ahead.cases, 1)
    const [how] = looked.props.ahead.moves
    assert.deepEqual([how.cases, how.samples[0].id], [1, open.caseId])
    const waits = looked.props.rows.find(({ element }: any) => element === 'review').waits
    assert.deepEqual(waits, { cases: 1, moves: 1 })
    assert.isEmpty(await plansOf(open.town.id, to.slug))

    const begun = await visitor.post(path, { ...formOf(props), ...CONFIRMED, limit: '1' })
    assert.equal(begun.status, 303)
    const [row] = await auditRows(open.town.id, 'cases.migration_started')
    assert.include(row!.detail, { reason: 'as agreed', direction: 'forward' })
    const [plan] = await plansOf(open.town.id, to.slug)
    assert.deepEqual(plan!.contents.reason, { en: 'The report came too late' })
    const run = await visitor.get(`/desk/runs/${runIn(begun)}`)
    assert.deepEqual([run.props.run.running, run.props.left, run.props.run.by], [true, 1, 'Amparo Oficial'])
    await followed(open, runIn(begun))
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
    const again = (await visitor.get(path)).props
    assert.deepEqual([again.proposed, again.runs.length], [false, 1])
    assert.isTrue((await visitor.get(`${path}?proposed=yes`)).props.proposed)
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('are gone back to with a reason, as long as nothing has happened since', async ({ assert }) => {
    const { open, to, visitor, path } = await twoVersions()
    const { props } = await visitor.get(path)
    const runId = runIn(await visitor.post(path, { ...formOf(props), ...CONFIRMED }))
    await followed(open, runId)
    assert.isTrue((await visitor.get(`/desk/runs/${runId}`)).props.returns)
    await visitor.post(`/desk/runs/${runId}/back`, { reason: ' ' })
    assert.equal((await visitor.get(`/desk/runs/${runId}`)).props.flash.tone, 'danger')
    const back = await visitor.post(`/desk/runs/${runId}/back`, { reason: 'not yet' })
    await followed(open, runIn(back))
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
    const page = (await visitor.get(`/desk/runs/${runIn(back)}`)).props
    assert.deepEqual([page.run.restored, page.returns], [1, false])
    assert.include(page.title, to.sheet.version)
    assert.deepEqual(
      [page.leftOn, page.left],
      [`Came by this plan and are still on version ${to.sheet.version}`, 0]
    )
    assert.deepEqual(
      page.changed.cases.map(({ caseId, outcome }: any) => [caseId, outcome]),
      [[open.caseId, 'Put back']]
    )
    const { history } = (await visitor.get(`/desk/cases/${open.caseId}?lang=en`)).props
    const { version } = open.office.procedure.sheet
    assert.deepEqual(
      history
        .filter(({ title }: any) => /version/.test(title))
        .map(({ title, details, actor }: any) => [title, details, actor]),
      [
        [
          'It goes back to the version of the procedure that it came from',
          [`Back from version ${to.sheet.version} to ${version}`, 'not yet'],
          'Amparo Oficial',
        ],
        [
          'It goes on by another version of the procedure',
          [`From version ${version} to ${to.sheet.version}`, 'The report came too late', 'as agreed'],
          'Amparo Oficial',
        ],
      ]
    )
  })

  test('tell which cases stay and why, and move those that somebody has looked at', async ({ assert }) => {
    const { open, to, visitor, path } = await twoVersions()
    const { props } = await visitor.get(path)
    const stays = await visitor.post(path, formOf(props, { review: '' }))
    assert.lengthOf(stays.props.ahead.stays, 1)
    assert.match(stays.props.ahead.stays[0].words, /does not say/)

    const elements = proposePlan(open.office.procedure, to).elements.map((one) =>
      one.from === 'review' ? { from: 'review', begin: 'review' } : one
    )
    await writtenPlan(open, to, { elements, classes: [{ change: 'begun', class: 'needs_clerk' }] })
    const asks = (await visitor.get(path)).props
    assert.deepEqual(asks.rest, [
      'The step is given up and another begins in its place: somebody looks at it first',
    ])
    assert.match(asks.command, /^node ace case:migrate .* --town=.* --from=.* --to=.* --propose$/)
    const first = runIn(await visitor.post(path, { ...formOf(asks), ...CONFIRMED }))
    await followed(open, first)
    const page = (await visitor.get(`/desk/runs/${first}`)).props
    assert.deepEqual([page.run.stays, page.stays[0].caseId, page.stays[0].review], [1, open.caseId, true])
    assert.match(page.stays[0].faults[0].words, /looks at/)
    assert.match(page.stays[0].faults[0].at, /begins in its place$/)
    const act = `/desk/runs/${first}/reviewed`
    assert.isNotNull((await visitor.post(act, { reason: 'seen' })).props.faults.cases)
    const silent = await visitor.post(act, { cases: [open.caseId] })
    assert.deepEqual([silent.status, silent.props.typed.cases], [422, [open.caseId]])
    assert.isNotNull(silent.props.faults.reason)
    const next = runIn(await visitor.post(act, { cases: [open.caseId], reason: 'seen' }))
    await followed(open, next)
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
    const { changed } = (await visitor.get(`/desk/runs/${next}`)).props
    assert.deepEqual(
      changed.cases.map(({ caseId, outcome, words }: any) => [caseId, outcome, words]),
      [[open.caseId, 'Moved', ['Given up: “Review the application”', 'Begun: “Review the application”']]]
    )
    assert.deepEqual([changed.first, changed.next], [null, null])
    const { history } = (await visitor.get(`/desk/cases/${open.caseId}?lang=en`)).props
    const line = history.find(({ title }: any) => /another version/.test(title))
    assert.includeMembers(line.details, changed.cases[0].words)
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('tell of a term that a case gave up, with the day on which it would have ended', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const elements = proposePlan(open.office.procedure, to).elements.map((one) =>
      one.from === 'term_expired' ? { from: 'term_expired', to: null } : one
    )
    const classes = [{ change: 'given_up' as const, class: 'needs_clerk' as const }]
    const stage = { cases: [open.caseId], reviewed: true }
    const run = await carriedOut(open, await writtenPlan(open, to, { elements, classes }), { stage })
    const visitor = await atTheDesk(open.town, open.town.officer)
    const [moved] = (await visitor.get(`/desk/runs/${run.id}?lang=en`)).props.changed.cases
    assert.lengthOf(moved.words, 1)
    assert.match(moved.words[0], /^Given up: .* \(its term ended on .*2026\)$/)
  })

  test('have a term of another length run on, unless it is chosen otherwise and said by which article', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure, withTerm(2))
    const visitor = await atTheDesk(open.town, open.town.officer)
    const path = `/desk/versions/${to.slug}/${open.office.procedure.digest.slice(0, 12)}/${to.digest.slice(0, 12)}`
    const { props } = await visitor.get(path)
    const { name, ...term } = props.terms[0]
    assert.deepEqual(term, {
      ...{
        element: 'term_expired',
        before: '3 months',
        now: '2 months',
        count: 'kept',
        ground: '',
        cases: 0,
      },
    })
    const kept = (await visitor.post(path, formOf(props))).props
    assert.deepEqual([kept.terms[0].cases, kept.terms[0].count, kept.ahead.days], [1, 'kept', []])

    const timers = { term_expired: 'again' }
    const silent = await visitor.post(path, { ...formOf(props), timers, grounds: { term_expired: ' ' } })
    assert.equal(silent.status, 422)
    assert.deepEqual(silent.props.faults.what, [
      `Write by which article the term “${name}” is counted otherwise.`,
    ])
    const again = { ...formOf(props), timers, grounds: { term_expired: 'Ordenanza, art. 4' } }
    const looked = (await visitor.post(path, again)).props
    assert.lengthOf(looked.ahead.days, 1)
    assert.deepInclude(looked.terms[0], { count: 'again', ground: 'Ordenanza, art. 4', cases: 1 })
    await visitor.post(path, { ...again, ...CONFIRMED })
    const [plan] = await plansOf(open.town.id, to.slug)
    assert.deepEqual(plan!.contents.timers, [
      { element: 'term_expired', count: 'again', ground: 'Ordenanza, art. 4' },
    ])
  })

  test('are told what is missing or wrong, and what to do', async ({ assert }) => {
    const { open, to, visitor, path } = await twoVersions()
    const { props } = await visitor.get(path)
    const refused = async (more: object) => {
      const { status, props: told } = await visitor.post(path, { ...formOf(props), ...more })
      return [status, told.faults]
    }
    const none = { what: [], reason: null, limit: null, why: null }
    assert.deepEqual(await refused({ reason: ' ' }), [422, { ...none, reason: 'Write why the cases move.' }])
    const [status, { what }] = (await refused({ elements: { review: 'to:nowhere' } })) as [number, any]
    assert.equal(status, 422)
    assert.match(what[0], /has no element “nowhere”/)
    assert.deepEqual(await refused({ step: 'confirmed' }), [
      422,
      { ...none, why: 'Write why it is done now.' },
    ])
    const [, { limit }] = (await refused({ ...CONFIRMED, limit: 'some' })) as [number, any]
    assert.match(limit, /whole number/)
    const runId = await started(open, await writtenPlan(open, to))
    const [late, { what: running }] = (await refused(CONFIRMED)) as [number, any]
    assert.equal(late, 409)
    assert.match(running[0], /Wait until it is done, or stop it/)
    await visitor.post(`/desk/runs/${runId}/stop`)
    const stopped = (await visitor.get(`/desk/runs/${runId}`)).props
    assert.deepEqual([stopped.flash.tone, stopped.run.running], ['success', false])
    await visitor.post(`/desk/runs/${runId}/stop`)
    assert.equal((await visitor.get(`/desk/runs/${runId}`)).props.flash.tone, 'danger')
  })

  test('are an administrator’s, of their own town', async ({ assert }) => {
    const { open, to, visitor, path } = await twoVersions()
    const runId = await started(open, await writtenPlan(open, to))
    const handler = await atTheDesk(open.town, await addOfficer(open.town.id, { roles: ['case_handler'] }))
    for (const page of ['/desk/versions', path, `/desk/runs/${runId}`])
      assert.equal((await handler.get(page)).status, 403, page)
    for (const act of [path, ...['stop', 'back', 'reviewed'].map((one) => `/desk/runs/${runId}/${one}`)])
      assert.equal((await handler.post(act, { reason: 'x' })).status, 403, act)
    const other = await openCase()
    const stranger = await atTheDesk(other.town, other.town.officer)
    assert.equal((await stranger.get(`/desk/runs/${runId}`)).status, 404)
    assert.equal((await stranger.post(`/desk/runs/${runId}/stop`)).status, 404)
    assert.equal((await visitor.get(`/desk/runs/${uuidv7()}`)).status, 404)
    assert.equal((await visitor.get(path.replace(to.slug, 'nothing'))).status, 404)
    assert.equal((await visitor.get(`/desk/versions/${to.slug}/0.0.1/x`)).status, 404)
    assert.equal((await pageOf(open, FILED)).caseFile.digest, open.office.procedure.digest)
  })
})
