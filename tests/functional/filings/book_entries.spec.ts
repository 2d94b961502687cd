import { test } from '@japa/runner'
import { digestOf } from '#core/digest'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { newestEntries } from '#registry/queries/entries'
import type { Book } from '#registry/types'
import { CitizensCase } from '#tests/support/citizens_case'
import { citizenFrom, goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { FILED, GRANT, openCase, PROCEED } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'

const entriesOf = async ({ town }: OpenOffice, book: Book) =>
  (await newestEntries(town.id, { book }, { timeZone: town.timeZone })).reverse()

test.group('The books of a town (Law 39/2015, art. 16)', () => {
  test('tell of each entry what it brings and which case it belongs to, in one language', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const subject = String(goodAnswers(office)['subject'])
    const about = `Instancia general: ${subject}`
    const filed = await CitizensCase.file(office, { language: 'ca' })
    const [{ number }] = (await rowsOf(
      office.town.id,
      'SELECT entry_number AS number FROM register_entries WHERE municipality_id = $1'
    )) as [{ number: string }]
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)

    const [opening] = await entriesOf(office, 'incoming')
    assert.equal(opening!.content.heading, about)
    assert.isNull(opening!.content.caseNumber)
    assert.equal(opening!.caseNumber, number)
    assert.equal(opening!.content.language, 'ca')
    const [{ answers }] = (await rowsOf(
      office.town.id,
      'SELECT answers FROM filings WHERE municipality_id = $1'
    )) as [{ answers: unknown }]
    assert.deepInclude(opening!.content.documents[0], { name: 'Solicitud', sha256: digestOf(answers) })

    const [exit] = await entriesOf(office, 'outgoing')
    assert.equal(exit!.content.heading, `Resolución. Expediente ${number}. ${about}`)
    assert.equal(exit!.content.caseNumber, number)
    assert.equal(exit!.content.documents[0]!.name, 'Resolució')
  })

  test('tell of a later entry in which case it was filed', async ({ assert }) => {
    const open = await openCase()
    const { office, town, caseId } = open
    const citizen = citizenFrom(town.person)
    const given = { town: office.town, citizen, caseId, reason: 'Ya luce.', at: FILED, moved: true }
    assert.isTrue((await new WithdrawCase().execute(given)).ok)
    const [first, second] = await entriesOf(office, 'incoming')
    const number = first!.entryNumber
    assert.equal(
      second!.content.heading,
      `Desistimiento del expediente ${number}. Instancia general: Farola apagada`
    )
    assert.equal(second!.content.caseNumber, number)
    assert.deepEqual([first!.caseNumber, second!.caseNumber], [number, number])
    assert.deepInclude(second!.content.documents[0], {
      name: 'Desistimiento',
      sha256: digestOf({ reason: 'Ya luce.', kind: 'withdrawal', case: number }),
    })
  })
})
