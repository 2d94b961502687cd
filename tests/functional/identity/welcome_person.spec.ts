import { test } from '@japa/runner'
import { WelcomePerson } from '#identity/actions/welcome_person'
import type { VerifiedIdentity } from '#identity/types'
import { auditRows } from '#tests/support/audit_rows'
import { countOf, rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

const identity: VerifiedIdentity = {
  identifier: '12345678Z',
  givenName: 'Àngela',
  surnames: 'Llorenç Peña',
  level: 'substantial',
  method: 'demo',
}

const AT = new Date('2026-03-02T09:30:00Z')
const LATER = new Date('2026-03-03T09:30:00Z')

test.group('A person who signs in', () => {
  test('the first time is written down, and known from then on', async ({ assert }) => {
    const town = await testTown()
    const first = await new WelcomePerson().execute(town.id, identity, { at: AT, email: 'a@example.org' })
    assert.deepInclude(first, {
      identifier: '12345678Z',
      name: 'Àngela Llorenç Peña',
      email: 'a@example.org',
      level: 'substantial',
      organisation: null,
      since: AT.getTime(),
    })
    const again = await new WelcomePerson().execute(
      town.id,
      { ...identity, surnames: 'Llorenç' },
      { at: LATER }
    )
    assert.deepInclude(again, { personId: first.personId, name: 'Àngela Llorenç', email: 'a@example.org' })
    const [row] = await rowsOf(
      town.id,
      `SELECT last_access_at AS last, previous_access_at AS previous FROM persons WHERE municipality_id = $1 AND id = $2`,
      [first.personId]
    )
    assert.deepEqual(row, { last: LATER, previous: AT })
  })

  test('leaves a row each time of how and how surely', async ({ assert }) => {
    const town = await testTown()
    const { personId } = await new WelcomePerson().execute(town.id, identity, { at: AT })
    await new WelcomePerson().execute(town.id, { ...identity, level: 'high', method: 'x' }, { at: LATER })
    assert.deepEqual(await auditRows(town.id, 'identity.signed_in'), [
      { actor: personId, subject: personId, detail: { level: 'substantial', method: 'demo' } },
      { actor: personId, subject: personId, detail: { level: 'high', method: 'x' } },
    ])
  })

  test('for an organisation says so, and as themselves no longer', async ({ assert }) => {
    const town = await testTown()
    const organisation = { identifier: 'B46000001', name: 'Forn de Prova, SL' }
    const asBoth = await new WelcomePerson().execute(town.id, { ...identity, organisation }, { at: AT })
    assert.deepEqual(asBoth.organisation, organisation)
    const alone = await new WelcomePerson().execute(town.id, identity, { at: LATER })
    assert.isNull(alone.organisation)
    assert.equal(alone.personId, asBoth.personId)
  })

  test('is another person in each town', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const here = await new WelcomePerson().execute(town.id, identity, { at: AT })
    const there = await new WelcomePerson().execute(other.id, identity, { at: AT })
    assert.notEqual(here.personId, there.personId)
    assert.equal(await countOf(town.id, 'persons'), 2)
  })
})
