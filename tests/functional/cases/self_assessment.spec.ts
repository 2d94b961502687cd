import { test } from '@japa/runner'
import { documentsAhead } from '#cases/queries/documents_ahead'
import { unwrap } from '#core/result'
import { writingOf } from '#documents/queries/writing'
import { copyOf, receiptOf } from '#filings/domain/filed'
import { filedById } from '#filings/queries/filed'
import { carried } from '#tests/support/carried'
import { GAIN } from '#tests/support/filled_in'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, answerTask, openTask, pageOf } from '#tests/support/open_case'
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

test.group('What a taxpayer has filed', () => {
  test('is on its copy as they quantified it, and the receipt says until when to pay (Law 58/2003, art. 120.1)', async ({
    assert,
  }) => {
    const house = await openOffice()
    const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const golden = published.scenarios['eight_years']!
    const procedure = await carried({ ...house, procedure: published }, golden)
    const answers = { ...golden.answers, language: 'es' }
    const { filingId } = await fileAt({ ...house, procedure }, procedure, { answers, at: FILED })
    const filed = (await filedById(house.town.id, filingId))!
    const writing = writingOf(filed.town, 'es')
    const copy = JSON.stringify(copyOf(filed, writing))
    assert.include(copy, 'Cálculo declarado')
    assert.match(copy, /30 % × [\d.]+,\d\d\s€ = 2280,00\s€ \(Ordenanza fiscal del IIVTNU, art\. 8\)/)
    assert.include(JSON.stringify(receiptOf(filed, writing)), 'treinta días hábiles desde la transmisión')
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
    assert.match(text, /30 % × 10\.800,00\s€ = 3240,00\s€ \(Ordenanza fiscal del IIVTNU, art\. 8\)/)
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
