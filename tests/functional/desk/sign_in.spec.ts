import { test } from '@japa/runner'
import { MOST_ATTEMPTS } from '#identity/domain/lock_out'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk, DeskVisitor } from '#tests/support/desk_visitor'
import { addOfficer, testTown } from '#tests/support/town'

const BROWSER = 'finestra_browser'

test.group('Signing in at the desk', () => {
  test('leads to the page that was asked for, and never to another site', async ({ assert }) => {
    const town = await testTown()
    const visitor = new DeskVisitor(town.host)
    const sent = await visitor.get('/desk/inbox?view=mine')
    assert.equal(sent.status, 302)
    assert.equal(sent.headers.location, '/desk/sign-in?return=%2Fdesk%2Finbox%3Fview%3Dmine')
    await visitor.get(sent.headers.location!)
    const { email, password } = town.officer
    const asked = await visitor.post('/desk/sign-in', { email, password, return: '/desk/inbox?view=mine' })
    assert.deepEqual([asked.status, asked.headers.location], [303, '/desk/inbox?view=mine'])
    const foreign = new DeskVisitor(town.host)
    await foreign.get('/desk/sign-in')
    const away = await foreign.post('/desk/sign-in', { email, password, return: '//evil.example/' })
    assert.equal(away.headers.location, '/desk')
  })

  test('does not say whether the person or the password was wrong', async ({ assert }) => {
    const town = await testTown()
    const visitor = new DeskVisitor(town.host)
    const wrong = await visitor.signIn({ ...town.officer, password: 'wrong' })
    const unknown = await visitor.signIn({ email: 'nobody@example.org', password: 'wrong' })
    assert.deepEqual([wrong.status, unknown.status], [422, 422])
    assert.isNotEmpty(wrong.props.error)
    assert.equal(wrong.props.error, unknown.props.error)
  })

  test('is refused once an account is locked, the right password included, and never says that it is', async ({
    assert,
  }) => {
    const town = await testTown()
    const visitor = new DeskVisitor(town.host)
    const told = []
    for (let tries = 1; tries <= MOST_ATTEMPTS; tries++)
      told.push((await visitor.signIn({ ...town.officer, password: 'wrong' })).props.error)
    const right = await visitor.signIn(town.officer)
    assert.equal(right.status, 422)
    assert.match(right.props.error, /or the account is locked/)
    const stranger = await visitor.signIn({ email: 'nobody@example.org', password: 'wrong' })
    assert.lengthOf(new Set([...told, right.props.error, stranger.props.error]), 1)
    assert.lengthOf(await auditRows(town.id, 'identity.locked'), 1)
  })

  test('stays open in a browser by which one came in before, though somebody guesses elsewhere', async ({
    assert,
  }) => {
    const town = await testTown()
    const own = await atTheDesk(town, town.officer)
    await own.post('/desk/sign-out')
    const guesser = new DeskVisitor(town.host)
    for (let tries = 1; tries <= MOST_ATTEMPTS; tries++)
      await guesser.signIn({ ...town.officer, password: 'wrong' })
    assert.equal((await guesser.signIn(town.officer)).status, 422)
    assert.equal((await own.signIn(town.officer)).status, 303)
    const { flash } = (await own.get('/desk/inbox')).props
    assert.match(flash.text, /your account is locked until .* for browsers in which you have never signed in/)
  })

  test('believes no browser that only says it is known', async ({ assert }) => {
    const town = await testTown()
    const own = await atTheDesk(town, town.officer)
    const guesser = new DeskVisitor(town.host)
    guesser.bring(BROWSER, own.cookieNamed(BROWSER)!.replace(/.{6}$/, 'AAAAAA'))
    for (let tries = 1; tries <= MOST_ATTEMPTS; tries++)
      await guesser.signIn({ ...town.officer, password: 'wrong' })
    await own.post('/desk/sign-out')
    assert.equal((await own.signIn(town.officer)).status, 303)
  })

  test('is not refused to a known browser, because others at its address try too often', async ({
    assert,
  }) => {
    const town = await testTown()
    const own = await atTheDesk(town, town.officer)
    const guesser = new DeskVisitor(town.host)
    const guess = () => guesser.signIn({ email: 'nobody@example.org', password: 'guess' })
    for (let tries = 0; tries < 10; tries++) await guess()
    assert.equal((await guess()).status, 429)
    assert.equal((await own.signIn(town.officer)).status, 303)
  })

  test('is refused to an address that tries too often, whoever it names', async ({ assert }) => {
    const town = await testTown()
    const visitor = new DeskVisitor(town.host)
    const answers = []
    for (let tries = 0; tries < 11; tries++)
      answers.push(await visitor.signIn({ email: `${tries}@example.org`, password: 'guess' }))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...Array(10).fill(422), 429]
    )
    assert.isAbove(Number(answers[10]!.headers['retry-after']), 0)
    assert.equal(answers[10]!.component, 'desk/sign_in')
  })

  test('tells the last access and the last attempt that failed', async ({ assert }) => {
    const town = await testTown()
    await atTheDesk(town, town.officer)
    const visitor = new DeskVisitor(town.host)
    await visitor.signIn({ ...town.officer, password: 'wrong' })
    await visitor.signIn(town.officer)
    const { props } = await visitor.get('/desk/inbox')
    assert.match(props.flash.text, /last access was on .*last failed attempt/s)
    assert.isNotNull(props.officer.lastAccess)
    assert.isNull((await visitor.get('/desk/inbox')).props.flash)
  })

  test('ends when one signs out, for a copied cookie too', async ({ assert }) => {
    const town = await testTown()
    const visitor = await atTheDesk(town, town.officer)
    const copied = new DeskVisitor(town.host)
    copied.take(visitor)
    assert.equal((await copied.get('/desk/inbox')).status, 200)
    await visitor.post('/desk/sign-out')
    for (const one of [visitor, copied]) assert.equal((await one.get('/desk/inbox')).status, 302)
    assert.equal((await (await atTheDesk(town, town.officer)).get('/desk/inbox')).status, 200)
  })

  test('in one town opens no other', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const visitor = new DeskVisitor(other.host)
    assert.equal((await visitor.signIn(town.officer)).status, 422)
  })

  test('shows the doors of one’s roles, and the others stay shut', async ({ assert }) => {
    const town = await testTown()
    const registrar = await atTheDesk(town, await addOfficer(town.id, { roles: ['registrar'] }))
    const home = await registrar.get('/desk')
    assert.equal(home.headers.location, '/desk/registry')
    const { props } = await registrar.get('/desk/registry')
    assert.deepEqual(
      props.doors.map(({ name }: { name: string }) => name),
      ['registry']
    )
    for (const path of ['/desk/inbox', '/desk/search?q=x', '/desk/incidents', '/desk/notices'])
      assert.equal((await registrar.get(path)).status, 403, path)
    const { body } = await registrar.get('/desk/inbox')
    for (const part of ['action="/desk/sign-out"', 'href="/desk"']) assert.include(body, part)
    for (const citizens of ['href="/sign-in"', 'href="/folder"', 'action="/sign-out"'])
      assert.notInclude(body, citizens)
    const handler = await atTheDesk(town, await addOfficer(town.id, { roles: ['case_handler'] }))
    for (const path of ['/desk/registry', '/desk/registry/export/csv', '/desk/incidents', '/desk/notices'])
      assert.equal((await handler.get(path)).status, 403, path)
  })

  test('needs the page’s token: a post from elsewhere is refused', async ({ assert }) => {
    const town = await testTown()
    const { email, password } = town.officer
    const answer = await new DeskVisitor(town.host).post('/desk/sign-in', { email, password })
    assert.equal(answer.status, 419)
  })
})
