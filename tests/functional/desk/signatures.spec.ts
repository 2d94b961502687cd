import { test } from '@japa/runner'
import { openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { answerTask, FILED } from '#tests/support/open_case'
import { adoptSigned } from '#tests/support/signed_procedure'
import { circuitOf, requestIn, signingTown } from '#tests/support/signatures'
import { circuitsOfCase } from '#signatures/queries/circuits'
import { atTheDesk } from '#tests/support/desk_visitor'
import { countOf } from '#tests/support/rows'
import { addOfficer } from '#tests/support/town'
import { settle } from '#tests/support/worker'

test.group('The tray of signatures', () => {
  test('has what waits for whoever looks, counted at its door, and nothing of others', async ({ assert }) => {
    const town = await signingTown()
    const { request } = await requestIn(town)
    const [mayor, secretary] = [await atTheDesk(town, town.mayor), await atTheDesk(town, town.secretary)]
    const { props } = await mayor.get('/desk/signatures')
    assert.deepEqual(
      props.lines.map(({ id, office }: any) => [id, office]),
      [[request.id, 'Alcaldía: Dicta la resolución']]
    )
    const door = (given: any) => given.doors.find(({ name }: any) => name === 'signatures').count
    assert.equal(door(props), 1)
    const theirs = (await secretary.get('/desk/signatures')).props
    assert.deepEqual([theirs.lines, door(theirs)], [[], 0])
  })

  test('is no place for whoever has nothing to do with cases', async ({ assert }) => {
    const town = await signingTown()
    const treasurer = await atTheDesk(town, await addOfficer(town.id, { roles: ['treasurer'] }))
    assert.equal((await treasurer.get('/desk/signatures')).status, 403)
  })

  test('leads from one document to the next, and keeps what was signed', async ({ assert }) => {
    const town = await signingTown()
    const [first, second] = [await requestIn(town), await requestIn(town)]
    const mayor = await atTheDesk(town, town.mayor)
    const open = async ({ request }: typeof first) =>
      (await mayor.get(`/desk/signatures/${request.id}`)).props
    const sign = async (circuit: typeof first) =>
      mayor.post(`/desk/signatures/${circuit.request.id}/signature`, { read: (await open(circuit)).read })
    const waiting = (await mayor.get('/desk/signatures')).props.lines.map(({ id }: any) => id)
    const [one, two] = waiting[0] === first.request.id ? [first, second] : [second, first]
    assert.equal((await sign(one)).headers.location, `/desk/signatures/${two.request.id}`)
    assert.equal((await sign(two)).headers.location, '/desk/signatures')
    const { lines } = (await mayor.get('/desk/signatures?tray=signed')).props
    assert.lengthOf(lines, 2)
    assert.lengthOf((await mayor.get('/desk/signatures')).props.lines, 0)
  })

  test('signs several at once that were opened, and none that was not', async ({ assert }) => {
    const town = await signingTown()
    const circuits = [await requestIn(town), await requestIn(town), await requestIn(town)]
    const mayor = await atTheDesk(town, town.mayor)
    for (const { request } of circuits.slice(0, 2)) await mayor.get(`/desk/signatures/${request.id}`)
    const { lines } = (await mayor.get('/desk/signatures')).props
    const chosen = lines.map(({ chosen: what }: any) => what).filter(Boolean)
    assert.lengthOf(chosen, 2)
    const unread = `${circuits[2]!.request.id}~${circuits[2]!.request.sha256}`
    await mayor.post('/desk/signatures', { chosen: [...chosen, unread, chosen[0]] })
    const page = await mayor.get('/desk/signatures')
    assert.match(page.props.flash.text, /2 documents signed. 2 are left unsigned: open it and read it first/)
    const given = await Promise.all(
      circuits.map(async (circuit) => (await circuitOf(town, circuit)).signatures.length)
    )
    assert.deepEqual(given, [1, 1, 0])
    for (const nonsense of [{}, { chosen: 'x' }, { chosen: [1, null, '~'] }])
      assert.equal((await mayor.post('/desk/signatures', nonsense)).status, 303)
  })
})

test.group('A document to sign', () => {
  test('is read as it stands, page and PDF; what is read is what is signed', async ({ assert }) => {
    const town = await signingTown()
    const circuit = await requestIn(town)
    const path = `/desk/signatures/${circuit.request.id}`
    const mayor = await atTheDesk(town, town.mayor)
    const { props } = await mayor.get(path)
    assert.include(props.html, 'Se concede la licencia de terraza.')
    assert.deepEqual(props.asks, { office: 'Alcaldía', reason: 'Dicta la resolución' })
    assert.deepEqual(
      props.circuit.steps.map(({ state, words }: any) => [state, words]),
      [
        ['next', 'Amparo Oficial, Remei Andrés Gisbert'],
        ['waiting', 'Afterwards'],
      ]
    )
    const draft = await mayor.get(`${path}/pdf`)
    assert.equal(draft.headers['content-type'], 'application/pdf')
    assert.include(String(draft.headers['content-disposition']), 'inline')
    await mayor.post(`${path}/signature`, { read: props.read })
    const secretary = await atTheDesk(town, town.secretary)
    const next = (await secretary.get(path)).props
    assert.notEqual(next.read, props.read)
    assert.include(next.html, 'Remei Andrés Gisbert')
    await secretary.post(`${path}/signature`, { read: next.read })
    const done = (await secretary.get(path)).props
    assert.deepEqual([done.asks, done.circuit.state], [null, 'signed'])
    const pdf = await secretary.get(done.pdf)
    const { request } = await circuitOf(town, circuit)
    assert.deepEqual([pdf.status, done.signed], [200, true])
    assert.include(String(pdf.headers['content-disposition']), request.name.slice(0, 6))
  })

  test('answers a press that comes late, twice, or from whoever’s turn it is not, and changes nothing', async ({
    assert,
  }) => {
    const town = await signingTown()
    const { request } = await requestIn(town)
    const path = `/desk/signatures/${request.id}`
    const [mayor, secretary] = [await atTheDesk(town, town.mayor), await atTheDesk(town, town.secretary)]
    const said = async (visitor: typeof mayor, fields: object, to = 'signature') => {
      const answer = await visitor.post(`${path}/${to}`, fields)
      return [answer.status, (await visitor.get(path)).props.flash?.text]
    }
    const read = request.sha256
    assert.deepEqual(await said(secretary, { read }), [303, 'It is not your turn to sign this document.'])
    assert.match(String((await said(mayor, {}))[1]), /no longer the one that you read/)
    assert.deepEqual(await said(mayor, { read, reason: ' ' }, 'refusal'), [303, 'Write the reason.'])
    assert.equal(await countOf(town.id, 'signatures'), 0)
    assert.equal((await mayor.post(`${path}/refusal`, { read, reason: 'A name is wrong' })).status, 303)
    assert.match(String((await said(mayor, { read }))[1]), /was refused/)
    assert.match(String((await said(mayor, { read, reason: 'again' }, 'refusal'))[1]), /was refused/)
    const { refused } = (await mayor.get(path)).props.circuit
    assert.include(refused, 'A name is wrong')
    assert.lengthOf((await mayor.get('/desk/signatures?tray=refused')).props.lines, 1)
  })

  test('of another town, or of none, is not there', async ({ assert }) => {
    const [town, other] = [await signingTown(), await signingTown()]
    const { request } = await requestIn(town)
    const mayor = await atTheDesk(other, other.mayor)
    for (const path of [`/desk/signatures/${request.id}`, `/desk/signatures/${request.id}/pdf`])
      assert.equal((await mayor.get(path)).status, 404)
    for (const to of ['signature', 'refusal']) {
      const fields = { read: request.sha256, reason: 'x' }
      assert.equal((await mayor.post(`/desk/signatures/${request.id}/${to}`, fields)).status, 404)
    }
    await mayor.post('/desk/signatures', { chosen: [`${request.id}~${request.sha256}`] })
    assert.equal(await countOf(town.id, 'signatures'), 0)
  })
})

test('A case says where its document stands, and its reopened task why it came back', async ({ assert }) => {
  const office = await openOffice({ demo: true })
  const town = office.test
  const procedure = await adoptSigned(town.id, '&quot;holder&quot;')
  const { caseId } = await fileAt(office, procedure, { answers: { request: 'A terrace' }, at: FILED })
  await answerTask({ town, caseId }, 'review', { decision: 'yes' })
  await settle(town.id, FILED)
  const officer = await atTheDesk(town, town.officer)
  const page = async () => (await officer.get(`/desk/cases/${caseId}`)).props
  const [circuit] = (await page()).circuits
  assert.deepInclude(circuit, { state: 'open', refused: null })
  const [{ request }] = (await circuitsOfCase(town.id, caseId)) as [any]
  const fields = { read: request.sha256, reason: 'The report is missing' }
  await officer.post(`/desk/signatures/${request.id}/refusal`, fields)
  const after = await page()
  assert.include(after.circuits[0].refused, 'The report is missing')
  const task = await officer.get(`/desk/tasks/${after.tasks[0].id}`)
  assert.include(task.props.returned, 'The report is missing')
})
