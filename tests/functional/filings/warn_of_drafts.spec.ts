import { test } from '@japa/runner'
import { SaveAnswers } from '#filings/actions/save_answers'
import { warnOfDrafts } from '#filings/actions/warn_of_drafts'
import { inTown } from '#tenancy/town_transaction'
import { goodAnswers, openOffice, readyDraft } from '#tests/support/filing'
import { rowsOf } from '#tests/support/rows'

const DAY_MS = 86_400_000
const AT = new Date('2026-03-02T09:30:00Z')
const later = (days: number) => new Date(AT.getTime() + days * DAY_MS)

async function left(answers: object = {}) {
  const office = await openOffice()
  const { draftId } = await readyDraft(office, { at: AT, answers: { ...goodAnswers(office), ...answers } })
  const warn = (at: Date) => inTown(office.town.id, (trx) => warnOfDrafts(trx, office.town, at))
  const mails = () =>
    rowsOf(
      office.town.id,
      `SELECT recipient, subject, text, language FROM notices WHERE municipality_id = $1`
    )
  return { office, draftId, warn, mails }
}

test.group('Whoever left an application unfinished', () => {
  test('is told a week before it is erased, once, where they answered to be written to', async ({
    assert,
  }) => {
    const { warn, mails, draftId } = await left()
    assert.equal(await warn(later(82)), 0)
    assert.equal(await warn(later(84)), 1)
    assert.equal(await warn(later(85)), 0)
    const [mail] = await mails()
    assert.equal(mail!.recipient, 'amparo.ferrer@example.org')
    assert.include(mail!.subject, 'se borrará pronto')
    assert.include(mail!.text, 'domingo, 31 de mayo de 2026')
    assert.include(mail!.text, `/filings/${draftId}`)
    assert.notInclude(mail!.text, 'Farola')
  })

  test('is told at the address that the town knows, where they answered none', async ({ assert }) => {
    const { warn, mails, office } = await left({ email: null })
    await warn(later(84))
    assert.equal((await mails())[0]!.recipient, office.test.person.email)
  })

  test('is told nothing where no address is known', async ({ assert }) => {
    const { warn, mails, office } = await left({ email: null })
    await rowsOf(office.town.id, `UPDATE persons SET email = NULL WHERE municipality_id = $1`)
    assert.equal(await warn(later(84)), 0)
    assert.lengthOf(await mails(), 0)
  })

  test('and comes back has it wait anew, and is told again', async ({ assert }) => {
    const { warn, mails, office, draftId } = await left()
    await warn(later(84))
    const given = { municipalityId: office.town.id, personId: office.test.person.id, draftId }
    await new SaveAnswers().execute({ ...given, version: 2, answers: goodAnswers(office), at: later(85) })
    assert.equal(await warn(later(91)), 0)
    assert.equal(await warn(later(85 + 84)), 1)
    assert.lengthOf(await mails(), 2)
  })

  test('is told by their own town only', async ({ assert }) => {
    const [one, other] = [await left(), await left()]
    assert.equal(await one.warn(later(84)), 1)
    assert.lengthOf(await other.mails(), 0)
  })
})
