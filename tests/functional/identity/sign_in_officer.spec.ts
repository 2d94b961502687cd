import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { SignInOfficer } from '#identity/actions/sign_in_officer'
import { driversOf } from '#identity/queries/drivers'
import { LOCK_MINUTES, MOST_ATTEMPTS } from '#identity/domain/lock_out'
import { townById } from '#tenancy/queries/towns'
import { median } from '#tests/bench/statistics'
import { auditRows } from '#tests/support/audit_rows'
import { rowsOf } from '#tests/support/rows'
import { addOfficer, testTown, type TestTown } from '#tests/support/town'
import { withEnv } from '#tests/support/with_env'

const NOW = new Date('2026-03-02T09:30:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

type Given = { email?: string; password?: string; browser?: string; at?: Date }

/** By a browser that nobody knows, unless one is given. */
const signIn = (town: Pick<TestTown, 'id' | 'officer'>, given: Given = {}) =>
  new SignInOfficer().execute(town.id, { ...town.officer, browser: randomUUID(), at: NOW, ...given })

/** How often two attempts are compared on a machine that is busy with other things. */
const MOST_TIMES = 60

const REFUSED = { ok: false, error: 'refused' } as const

async function lockOut(town: TestTown, given: Given = {}) {
  for (let times = 0; times < MOST_ATTEMPTS; times++) await signIn(town, { ...given, password: 'wrong' })
}

test.group('An employee who signs in', () => {
  test('is who they are, whatever the case of the address; the trail has a row', async ({ assert }) => {
    const town = await testTown()
    const signed = await signIn(town, { email: ` ${town.officer.email.toUpperCase()} ` })
    assert.deepInclude(signed.ok && signed.value, {
      id: town.officer.id,
      roles: ['case_handler', 'technician', 'resolver', 'secretary', 'registrar', 'treasurer', 'admin'],
      lastAccessAt: NOW,
      previousAccessAt: null,
    })
    assert.deepEqual(
      (await auditRows(town.id, 'identity.signed_in')).map(({ actor }) => actor),
      [town.officer.id]
    )
  })

  test('with a wrong password, or unknown, is refused alike', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    for (const answer of [
      await signIn(town, { password: 'wrong' }),
      await signIn(town, { email: 'nobody@example.org' }),
      await signIn(other, town.officer),
    ])
      assert.deepEqual(answer, { ok: false, error: 'refused' })
    const refused = async ({ id }: TestTown) =>
      (await auditRows(id, 'identity.refused')).map(({ subject }) => subject)
    assert.deepEqual(await refused(town), [town.officer.id, 'unknown'])
    assert.deepEqual(await refused(other), ['unknown'])
  })

  test('of a demo town is refused where the demo is not meant, the right password included', async ({
    assert,
    cleanup,
  }) => {
    const [fictional, real] = [await testTown({ demo: true }), await testTown()]
    assert.isTrue((await signIn(fictional)).ok)
    cleanup(withEnv({ FINESTRA_DEMO: false }))
    assert.deepEqual(await signIn(fictional), { ok: false, error: 'demo_withheld' })
    assert.isTrue((await signIn(real)).ok)
    assert.isEmpty(driversOf((await townById(fictional.id))!))
  })

  test('who no longer works here is unknown', async ({ assert }) => {
    const town = await testTown()
    await rowsOf(town.id, `UPDATE officers SET active = false WHERE municipality_id = $1`)
    assert.deepEqual(await signIn(town), { ok: false, error: 'refused' })
  })

  test(`after ${MOST_ATTEMPTS} wrong passwords is locked out for ${LOCK_MINUTES} minutes, the right one included`, async ({
    assert,
  }) => {
    const town = await testTown()
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++)
      assert.deepEqual(await signIn(town, { password: 'wrong' }), { ok: false, error: 'refused' })
    assert.deepEqual(await signIn(town, { password: 'wrong' }), { ok: false, error: 'refused' })
    assert.deepEqual(await signIn(town, { at: later(LOCK_MINUTES - 1) }), { ok: false, error: 'refused' })
    assert.isTrue((await signIn(town, { at: later(LOCK_MINUTES + 1) })).ok)
    assert.lengthOf(await auditRows(town.id, 'identity.locked'), 1)
  })

  test('and one who does not exist are told the same at each attempt, after as much work', async ({
    assert,
  }) => {
    const town = await testTown()
    const attempt = async (email: string) => {
      const begun = performance.now()
      const answer = await signIn(town, { email, password: 'wrong' })
      return { answer, took: performance.now() - begun }
    }
    await attempt('warm@example.org')
    // By turns, each first as often as the other, so that a busy machine is busy for both. While it is so busy that they
    // are apart they go on: what really takes longer stays longer, however often it is tried.
    const took = { known: [] as number[], unknown: [] as number[] }
    const apart = () => Math.abs(median(took.known) - median(took.unknown)) >= median(took.unknown) / 2
    for (let times = 0; times <= MOST_ATTEMPTS || (apart() && times < MOST_TIMES); times++) {
      const [first, second] = times % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      for (const who of [first, second]) {
        const one = await attempt(who === 'known' ? town.officer.email : 'nobody@example.org')
        assert.deepEqual(one.answer, REFUSED)
        took[who].push(one.took)
      }
    }
    assert.isFalse(apart(), JSON.stringify(took))
  })

  test('does not get around the lock by guessing many at once', async ({ assert }) => {
    const town = await testTown()
    const guesses = Array.from({ length: 12 }, () => signIn(town, { password: 'wrong' }))
    await Promise.all(guesses)
    assert.deepEqual(await signIn(town), { ok: false, error: 'refused' })
    // Those that came too late, and the right one, are refused without a count.
    assert.lengthOf(await auditRows(town.id, 'identity.refused'), guesses.length)
    assert.lengthOf(await auditRows(town.id, 'identity.locked'), 1)
  })
})

test.group('A browser by which an employee has come in', () => {
  test('is not locked by what others guess elsewhere, and says so', async ({ assert }) => {
    const town = await testTown()
    const browser = randomUUID()
    assert.isTrue((await signIn(town, { browser })).ok)
    await lockOut(town)
    assert.deepEqual(await signIn(town), REFUSED)
    const signed = await signIn(town, { browser, at: later(1) })
    assert.deepInclude(signed.ok && signed.value, { lockedUntil: later(LOCK_MINUTES), lastFailureAt: NOW })
    assert.deepEqual(await signIn(town, { at: later(2) }), REFUSED, 'others are kept out all the same')
  })

  test('is locked by wrong passwords there, and no other with it', async ({ assert }) => {
    const town = await testTown()
    const browser = randomUUID()
    await signIn(town, { browser })
    await lockOut(town, { browser })
    assert.deepEqual(await signIn(town, { browser }), REFUSED)
    assert.lengthOf(await auditRows(town.id, 'identity.locked'), 1)
    const elsewhere = await signIn(town, { at: later(1) })
    assert.deepInclude(elsewhere.ok && elsewhere.value, { lockedUntil: null, lastFailureAt: NOW })
    assert.isTrue((await signIn(town, { browser, at: later(LOCK_MINUTES + 1) })).ok)
  })

  test('counts many guesses at once as many as they are', async ({ assert }) => {
    const town = await testTown()
    const browser = randomUUID()
    await signIn(town, { browser })
    const guesses = Array.from({ length: 12 }, () => signIn(town, { browser, password: 'wrong' }))
    await Promise.all(guesses)
    assert.deepEqual(await signIn(town, { browser }), REFUSED)
    assert.lengthOf(await auditRows(town.id, 'identity.refused'), guesses.length)
    assert.lengthOf(await auditRows(town.id, 'identity.locked'), 1)
  })

  test('is one of theirs only: a colleague’s, or one of another town, is like any other', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    const colleague = { id: town.id, officer: await addOfficer(town.id, { roles: ['case_handler'] }) }
    const browser = randomUUID()
    await signIn(colleague, { browser })
    await signIn(other, { browser })
    await lockOut(town)
    assert.deepEqual(await signIn(town, { browser }), REFUSED)
    assert.isTrue((await signIn(colleague, { browser })).ok)
  })

  test('is remembered among the last twenty', async ({ assert }) => {
    const town = await testTown()
    const browsers = Array.from({ length: 21 }, () => randomUUID())
    for (const [minute, browser] of browsers.entries()) await signIn(town, { browser, at: later(minute) })
    await lockOut(town, { at: later(30) })
    assert.deepEqual(await signIn(town, { browser: browsers[0]!, at: later(31) }), REFUSED)
    assert.isTrue((await signIn(town, { browser: browsers[1]!, at: later(31) })).ok)
  })
})
