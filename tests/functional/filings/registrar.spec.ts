import { test } from '@japa/runner'
import { ConflictError, type Member, type Written } from '#filings/registrar/member'
import { registrar } from '#filings/registrar/registrar'
import { verifyTown } from '#start/verify'
import { brokenWrite } from '#tests/support/broken_write'
import { openOffice, type OpenOffice } from '#tests/support/filing'
import { plannedMember } from '#tests/support/member'
import { nextVersion } from '#tests/support/next_version'
import { countOf } from '#tests/support/rows'

/** Hands members in at once: the first goes alone, and the others wait for it and are written together. */
const handIn = ({ town }: OpenOffice, members: Member[]) =>
  Promise.allSettled(members.map((member) => registrar.submit(town.id, member)))

/** What the database refuses, whoever comes with it. */
const refused = (member: Member): Member => ({
  ...member,
  filing: { ...member.filing, kind: 'nonsense' as Member['filing']['kind'] },
})

const others = (member: Member): Member => ({ ...member, bodyDigest: 'f'.repeat(64) })

const plan = (office: OpenOffice, count: number) =>
  Promise.all(Array.from({ length: count }, () => plannedMember(office)))

test.group('The registrar', () => {
  test('takes the neighbours of a filing that fails: they get their numbers, without a gap', async ({
    assert,
  }) => {
    const office = await openOffice()
    const [alone, one, bad, other] = (await plan(office, 4)) as [Member, Member, Member, Member]
    const answers = await handIn(office, [alone, one, refused(bad), other])
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']
    )
    const numbers = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [Number(answer.value.entryNumber.slice(-6))] : []
    )
    assert.sameMembers(numbers, [1, 2, 3])
    assert.equal(await countOf(office.town.id, 'register_entries'), 3)
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  test('answers the same to the same key and body, also within one batch', async ({ assert }) => {
    const office = await openOffice()
    const [first, member] = (await plan(office, 2)) as [Member, Member]
    const [, one, other] = await handIn(office, [first, member, member])
    assert.equal(one?.status, 'fulfilled')
    assert.deepEqual(other, one)
    assert.equal(await countOf(office.town.id, 'register_entries'), 2)
  })

  test('refuses a key that was used for another body, and never answers what that one was answered', async ({
    assert,
  }) => {
    const office = await openOffice()
    const member = await plannedMember(office)
    await registrar.submit(office.town.id, member)
    await assert.rejects(() => registrar.submit(office.town.id, others(member)), ConflictError as any)
    const [first, shared] = (await plan(office, 2)) as [Member, Member]
    const [, one, other] = await handIn(office, [first, shared, others(shared)])
    assert.equal(one?.status, 'fulfilled')
    assert.instanceOf(other?.status === 'rejected' && other.reason, ConflictError)
    assert.equal(await countOf(office.town.id, 'register_entries'), 3)
  })

  test('takes nothing on a version that was withdrawn while it was on its way', async ({ assert }) => {
    const office = await openOffice()
    const [alone, old] = (await plan(office, 2)) as [Member, Member]
    const procedure = await nextVersion(office)
    const fresh = await plannedMember({ ...office, procedure })
    const answers = await handIn(office, [fresh, alone, old])
    assert.deepEqual(
      answers.map((answer) => answer.status === 'rejected' && answer.reason.code),
      [false, 'E_VERSION_WITHDRAWN', 'E_VERSION_WITHDRAWN']
    )
    assert.equal(await countOf(office.town.id, 'register_entries'), 1)
  })

  test('that lost its connection reads back what became of the key', async ({ assert }) => {
    const office = await openOffice()
    const member = await plannedMember(office)
    const written = await registrar.submit(office.town.id, member)
    const again = await brokenWrite(office.town.id, () => registrar.submit(office.town.id, member))
    assert.deepEqual((again as PromiseFulfilledResult<Written>).value, written)
  })

  test('that lost its connection gives nobody the answer to another body', async ({ assert }) => {
    const office = await openOffice()
    const member = await plannedMember(office)
    await registrar.submit(office.town.id, member)
    const answer = await brokenWrite(office.town.id, () => registrar.submit(office.town.id, others(member)))
    assert.instanceOf(answer.status === 'rejected' && answer.reason, ConflictError)
  })

  test('that lost its connection acknowledges nothing that is not there', async ({ assert }) => {
    const office = await openOffice()
    const member = await plannedMember(office)
    const answer = await brokenWrite(office.town.id, () => registrar.submit(office.town.id, member))
    assert.equal(answer.status === 'rejected' && answer.reason.code, '57P01')
    assert.equal(await countOf(office.town.id, 'register_entries'), 0)
    assert.equal((await registrar.submit(office.town.id, member)).entryNumber.slice(-6), '000001')
  })
})
