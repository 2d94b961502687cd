import { test } from '@japa/runner'
import { writingOf } from '#documents/queries/writing'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { copyOf } from '#filings/domain/filed'
import { filedById } from '#filings/queries/filed'
import type { Block } from '#documents/domain/sheet'
import type { Citizen } from '#identity/types'
import { unwrap } from '#core/result'
import { unitFor } from '#tenancy/queries/bodies_and_units'
import type { Language } from '#tenancy/types'
import { signedIn } from '#tests/support/citizen_visitor'
import { CitizensCase } from '#tests/support/citizens_case'
import { citizenFrom, goodAnswers, openOffice } from '#tests/support/filing'
import { wordsIn } from '#tests/support/page_forms'
import { walkToCheck, walkToReceipt } from '#tests/support/walk_filing'

/** What a copy says, label by label. */
const factsOf = (blocks: Block[]): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap((block) =>
      block.kind === 'facts' ? block.facts.map(({ label, value }) => [label, value]) : []
    )
  )

async function copy(townId: string, filingId: string) {
  const filed = (await filedById(townId, filingId))!
  return { filed, sheet: copyOf(filed, writingOf(filed.town, filed.language)) }
}

test.group('The signature of a filing (Law 39/2015, arts. 10, 11 and 66.1.e)', () => {
  test('is told before it is given: who signs by submitting, by which means and level', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const check = await walkToCheck(citizen, office.procedure.slug, goodAnswers(office))
    assert.match(
      wordsIn((await citizen.get(check)).body),
      /By submitting, Amparo Ferrer Miralles signs with the means they signed in with: .+, at the (low|substantial|high) level of assurance \(article 10\.4/
    )
  })

  test('stands in the authenticated copy with its moment and the addressee (art. 66.1.f), above the seal', async ({
    assert,
  }) => {
    const { office, receipt } = await CitizensCase.file(undefined, { language: 'es' })
    const { filed, sheet } = await copy(office.town.id, receipt.split('/')[2]!)
    const unit = (await unitFor(office.town.id, office.procedure.sheet.unit))!
    const facts = factsOf(sheet.blocks)
    assert.equal(facts['Firmado por'], 'Amparo Ferrer Miralles (12345678Z)')
    assert.equal(facts['Medio de identificación y firma'], 'Identidades de demostración')
    assert.include(['Bajo', 'Sustancial', 'Alto'], facts['Nivel de seguridad']!)
    assert.include(facts['Fecha y hora de la firma']!, String(new Date(filed.entry.recordedAt).getFullYear()))
    assert.include(facts['Se dirige a']!, unit.name[filed.language as Language]!)
    if (unit.directoryCode) assert.include(facts['Se dirige a']!, unit.directoryCode)
    const kinds = sheet.blocks.map(({ kind }) => kind)
    assert.equal(kinds.at(-1), 'seal')
    const heading = sheet.blocks.findIndex(
      (block) => block.kind === 'heading' && block.text === 'Firma y destino'
    )
    assert.isAbove(heading, 0)
  })

  test('of a representative is theirs, and of what follows in the case whoever files it', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test, 3)
    const receipt = await walkToReceipt(citizen, office.procedure.slug, {
      ...goodAnswers(office),
      language: 'ca',
    })
    const { filed, sheet } = await copy(office.town.id, receipt.split('/')[2]!)
    assert.equal(filed.applicant.identifier, 'B64717838')
    assert.equal(factsOf(sheet.blocks)['Firmat per'], 'Josep Peris Català (00000000T)')
    const later: Citizen = {
      ...citizenFrom({ ...office.test.person, id: filed.personId! }),
      identifier: '00000000T',
      name: 'Josep Peris Català',
      level: 'high',
    }
    const withdrawn = unwrap(
      await new WithdrawCase().execute({
        town: office.town,
        citizen: later,
        caseId: filed.caseId,
        reason: '',
        at: new Date(),
      })
    )
    const next = factsOf((await copy(office.town.id, withdrawn.filingId)).sheet.blocks)
    assert.equal(next['Nivell de seguretat'], 'Alt')
    assert.equal(next['Firmat per'], 'Josep Peris Català (00000000T)')
  })

  test('is left out where it was filed before the house kept it', async ({ assert }) => {
    const { office, receipt } = await CitizensCase.file()
    const { filed } = await copy(office.town.id, receipt.split('/')[2]!)
    const sheet = copyOf({ ...filed, signer: null }, writingOf(filed.town, 'es'))
    const facts = factsOf(sheet.blocks)
    assert.property(facts, 'Se dirige a')
    assert.notProperty(facts, 'Firmado por')
  })
})

test.group('Whoever acts for a company', () => {
  test('sees that company in the head and on the sheet, and why its notifications are electronic (art. 14.2)', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test, 3)
    const sheet = wordsIn((await citizen.get(`/procedures/${office.procedure.slug}`)).body)
    assert.include(sheet, 'in the name of Forn del Racó, SL, represented by Josep Peris Català')
    assert.include(sheet, 'Forn del Racó, SL · Josep Peris Català')
    const check = await walkToCheck(citizen, office.procedure.slug, goodAnswers(office))
    assert.include(wordsIn((await citizen.get(check)).body), 'cannot choose paper')
    const person = await signedIn(office.test)
    const own = await walkToCheck(person, office.procedure.slug, goodAnswers(office))
    assert.notInclude(wordsIn((await person.get(own)).body), 'cannot choose paper')
  })
})
