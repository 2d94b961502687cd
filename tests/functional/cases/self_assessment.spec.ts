import { test } from '@japa/runner'
import { documentsAhead } from '#cases/queries/documents_ahead'
import { unwrap } from '#core/result'
import { writingOf } from '#documents/queries/writing'
import { copyOf, receiptOf } from '#filings/domain/filed'
import { filedById } from '#filings/queries/filed'
import { carried } from '#tests/support/carried'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import { closedDays } from '#tenancy/domain/closed_days'
import { GAIN } from '#tests/support/filled_in'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, answerTask, openTask, pageOf } from '#tests/support/open_case'
import { ordersOfCase } from '#payments/queries/orders'
import { atTheDesk } from '#tests/support/desk_visitor'
import { answer, attempt, paid } from '#tests/support/payments'
import { settle } from '#tests/support/worker'

/** A self-assessment without gain, which nobody is asked to pay, and which the office does not hold for right. */
async function doubted() {
  const house = await openOffice()
  const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
  const golden = published.scenarios['checked_value_without_gain']!
  const procedure = await carried({ ...house, procedure: published }, golden)
  const office = { ...house, procedure }
  const { caseId, filingId } = await fileAt(office, procedure, { answers: golden.answers, at: FILED })
  await settle(office.test.id, FILED)
  const open = { office, town: office.test, caseId, filingId }
  unwrap(await answerTask(open, 'review', { decision: 'figures' }))
  return { open, office, procedure }
}

const FIGURES = {
  acquiredOn: '2021-02-01',
  transmittedOn: '2026-02-10',
  share: '100',
  landValue: '60000.00',
  cadastralValue: '120000.00',
  acquisitionDeed: '80000.00',
  transmissionDeed: '200000.00',
  realMethod: false,
  reasons: 'El valor comprobado no es firme.',
}

/** What a taxpayer gets when a golden case is filed on a day: the authenticated copy, and the receipt. */
async function papers(scenario: string, at = FILED, years: number[] = []) {
  const house = await openOffice()
  await new LoadCalendar().execute(house.town.id, { years, days: closedDays(years, 'ES-VC'), source: 'test' })
  const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
  const golden = published.scenarios[scenario]!
  const procedure = await carried({ ...house, procedure: published }, golden)
  const answers = { ...golden.answers, language: 'es' }
  const { filingId } = await fileAt({ ...house, procedure }, procedure, { answers, at })
  const filed = (await filedById(house.town.id, filingId))!
  const writing = writingOf(filed.town, 'es')
  return [copyOf(filed, writing), receiptOf(filed, writing)].map((sheet) => JSON.stringify(sheet))
}

test.group('What a taxpayer has filed', () => {
  test('is on its copy and its receipt as they quantified it, and the receipt says until when to pay (Law 58/2003, art. 120.1)', async ({
    assert,
  }) => {
    const [copy, receipt] = await papers('eight_years')
    for (const paper of [copy!, receipt!]) {
      assert.include(paper, 'Cálculo declarado')
      assert.match(paper, /30 % × [\d.]+,\d\d\s€ = 2\.280,00\s€ \(Ordenanza fiscal del IIVTNU, art\. 8\)/)
      assert.match(paper, /"Total","value":"2\.280,00\s€"/)
      assert.notInclude(paper, 'fuera de plazo')
    }
    assert.include(receipt!, 'treinta días hábiles desde la transmisión')
  })

  test('tells the surcharge where it was filed late, which is in no sum (art. 27)', async ({ assert }) => {
    const late =
      /terminó el 2[0-9] de marzo de 2026\. La oficina liquidará aparte un recargo del 4\s% \(91,20\s€\)/
    for (const paper of await papers('eight_years', new Date('2026-07-01T09:30:00Z'))) {
      assert.match(paper, late)
      assert.match(paper, /"Total","value":"2\.280,00\s€"/)
    }
  })

  test('need not be filed once it is time-barred, and says so (arts. 66-67)', async ({ assert }) => {
    for (const paper of await papers('first_table', new Date('2026-11-27T09:30:00Z'), [2022]))
      assert.match(paper, /el impuesto ha prescrito y no hace falta que la presente/)
  })

  test('claims no last day, surcharge or time-bar where the closed days of its year are not known', async ({
    assert,
  }) => {
    for (const paper of await papers('first_table', new Date('2026-11-27T09:30:00Z'))) {
      assert.include(
        paper,
        'la sede no tiene los días inhábiles de 2022, que es un año por el que pasa el plazo'
      )
      assert.notMatch(paper, /prescrito|el plazo terminó/)
    }
  })
})

test.group('The office that checks a self-assessment that was filed late', () => {
  test('sees how late beside its task, and settles the surcharge or says why there is none before the case ends', async ({
    assert,
  }) => {
    const house = await openOffice({ demo: true })
    const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const golden = published.scenarios['eight_years']!
    const procedure = await carried({ ...house, procedure: published }, golden)
    const at = new Date('2026-07-01T09:30:00Z')
    const { caseId, filingId } = await fileAt({ ...house, procedure }, procedure, {
      answers: golden.answers,
      at,
    })
    await settle(house.test.id, at)
    const open = { office: { ...house, procedure }, town: house.test, caseId, filingId }
    const [order] = await ordersOfCase(house.test.id, caseId)
    const { id } = await attempt(house.test, order!, at)
    await answer(house.test, paid(id, 228_000, { externalId: 'OP1', settledAt: at }), at)
    await settle(house.test.id, at)
    const desk = await atTheDesk(house.test, house.test.officer)
    const { money } = (await desk.get(`/desk/cases/${caseId}`)).props
    assert.match(money.fee.late, /the term ended on 2\d March 2026\. .* a surcharge of 4\s% \(€91\.20\)/)
    const review = (await openTask(open, 'review'))!
    assert.equal((await desk.get(`/desk/tasks/${review.id}`)).props.late, money.fee.late)
    unwrap(await answerTask(open, 'review', { decision: 'conforming' }, { at }))
    const state = async () => (await pageOf(open)).caseFile.workflow
    assert.deepInclude(await state(), { phase: 'surcharge', outcome: null })
    assert.isFalse((await answerTask(open, 'surcharge', { decision: 'not_due' }, { at })).ok)
    assert.isFalse((await answerTask(open, 'surcharge', { decision: 'assessed' }, { at })).ok)
    unwrap(await answerTask(open, 'surcharge', { decision: 'assessed', number: 'REC-2026-0041' }, { at }))
    assert.deepInclude(await state(), { phase: 'closed', outcome: 'paid' })
  })
})

test.group('The office that puts a self-assessment right', () => {
  test('reads the proposal with the tax reckoned again before it is sealed', async ({ assert }) => {
    const { open, office, procedure } = await doubted()
    const { caseFile } = await pageOf(open)
    const task = (await openTask(open, 'figures'))!
    const intended = { town: office.town, caseFile, procedure, task, at: FILED }
    const [proposal, ...others] = unwrap(await documentsAhead({ ...intended, answers: FIGURES }))
    assert.lengthOf(others, 0)
    const text = JSON.stringify(proposal)
    assert.include(text, 'El valor comprobado no es firme.')
    assert.match(text, /30 % × 10\.800,00\s€ = 3\.240,00\s€ \(Ordenanza fiscal del IIVTNU, art\. 8\)/)
  })

  test('seals nothing where the figures come to the same', async ({ assert }) => {
    const { open, office, procedure } = await doubted()
    const { caseFile } = await pageOf(open)
    const task = (await openTask(open, 'figures'))!
    const same = { ...FIGURES, acquisitionChecked: '200000.00' }
    const intended = { town: office.town, caseFile, procedure, task, at: FILED }
    assert.deepEqual(unwrap(await documentsAhead({ ...intended, answers: same })), [])
  })
})
