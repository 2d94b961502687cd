import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { recordResolution } from '#cases/actions/record_resolution'
import { casePage } from '#cases/queries/case_page'
import BookOfResolutions from '#database/migrations/0022_book_of_resolutions'
import { CHAIN_START } from '#core/hash_chain'
import { newestEntries } from '#registry/queries/entries'
import { numbersOfDocument } from '#registry/queries/numbers_of_document'
import { documentsOfCase } from '#documents/queries/documents'
import { circuitsOfCase } from '#signatures/queries/circuits'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import {
  FILED,
  GRANT,
  PROCEED,
  REQUIRE,
  answerTask,
  openCase,
  type OpenCase,
  withLocked,
} from '#tests/support/open_case'
import { tamper } from '#tests/support/owner'
import { rowsOf } from '#tests/support/rows'
import { adoptSigned } from '#tests/support/signed_procedure'
import { refuses, signs } from '#tests/support/signatures'
import { addOfficer, type TestTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

const DAY_BEFORE = new Date('2026-03-01T10:00:00Z')
const SUNDAY = new Date('2026-03-08T10:00:00Z')
const DECEMBER = new Date('2026-12-01T10:00:00Z')
const NEW_YEAR = new Date('2027-01-01T10:00:00Z')

const book = async ({ id }: Pick<TestTown, 'id'>) =>
  (await newestEntries(id, { book: 'resolutions' }, { timeZone: 'Europe/Madrid' })).reverse()

async function another({ office, town }: OpenCase, at = FILED): Promise<OpenCase> {
  const { caseId, filingId } = await fileAt(office, office.procedure, { answers: goodAnswers(office), at })
  await settle(town.id, at)
  return { office, town, caseId, filingId }
}

async function resolve(open: OpenCase, at = FILED) {
  await answerTask(open, 'review', PROCEED, { at })
  await answerTask(open, 'resolve', GRANT, { at })
  await settle(open.town.id, at)
}

/** A case whose resolution has been drafted and waits for the mayor and the secretary. */
async function drafted() {
  const office = await openOffice({ demo: true })
  const town = office.test
  const mayor = await addOfficer(town.id, { roles: ['resolver'], holds: ['mayor'], name: 'Remei Andrés' })
  const secretary = await addOfficer(town.id, { roles: ['secretary'], name: 'Ferran Aparisi' })
  const procedure = await adoptSigned(town.id)
  const { caseId } = await fileAt(office, procedure, { answers: { request: 'A terrace' }, at: FILED })
  await settle(town.id, FILED)
  await answerTask({ town, caseId }, 'review', { decision: 'yes' })
  await settle(town.id, FILED)
  const [circuit] = await circuitsOfCase(town.id, caseId)
  return { town, mayor, secretary, caseId, circuit: circuit! }
}

test.group('The book of resolutions (RD 128/2018, art. 3.2.e)', () => {
  test('has no number for what waits to be signed, and gives it with the last signature', async ({
    assert,
  }) => {
    const { town, mayor, secretary, caseId, circuit } = await drafted()
    await signs(town, mayor, circuit, FILED)
    assert.deepEqual(await book(town), [])
    await signs(town, secretary, circuit, FILED)
    const [entry, ...others] = await book(town)
    assert.deepEqual([entry!.entryNumber, entry!.caseId, others], ['2026-RES-000001', caseId, []])
    assert.equal(entry!.content.sender.name, 'Mayor')
    const document = (await documentsOfCase(town.id, caseId)).find(({ kind }) => kind === 'resolution')!
    assert.equal(entry!.content.documents[0]!.sha256, document.sha256)
    await settle(town.id, FILED)
    const numbers = { entry: '2026-S-RE-000001', resolution: '2026-RES-000001' }
    assert.deepEqual(await numbersOfDocument(town.id, document), numbers)
    const history = (await casePage(town.id, caseId, FILED))!.history
    const line = history.find(({ kind }) => kind === 'resolution_recorded')!
    assert.deepEqual([line.data['number'], line.public], ['2026-RES-000001', false])
    assert.deepEqual(await auditRows(town.id, 'registry.resolution_recorded'), [
      { actor: secretary.id, subject: entry!.id, detail: { case: caseId } },
    ])
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('has nothing of what somebody refused to sign', async ({ assert }) => {
    const { town, mayor, secretary, circuit } = await drafted()
    await signs(town, mayor, circuit, FILED)
    await refuses(town, secretary, circuit, 'Falta el informe', FILED)
    assert.deepEqual(await book(town), [])
    assert.lengthOf(await auditRows(town.id, 'registry.resolution_recorded'), 0)
  })

  test('numbers what is sealed as resolution of its body without a gap, and no other letter', async ({
    assert,
  }) => {
    const first = await openCase()
    const second = await another(first)
    const required = await another(first)
    await resolve(first)
    await answerTask(required, 'review', REQUIRE)
    await resolve(second)
    const entries = await book(first.town)
    assert.deepEqual(
      entries.map(({ entryNumber, caseId, previousHash }) => [entryNumber, caseId, previousHash]),
      [
        ['2026-RES-000001', first.caseId, CHAIN_START],
        ['2026-RES-000002', second.caseId, entries[0]!.hash],
      ]
    )
    assert.deepEqual(await book((await openCase()).town), [])
    assert.deepEqual((await verifyTown(first.town.id)).violations, [])
  })

  test('is of the day of the decision, a closed one too, and begins anew with the year', async ({
    assert,
  }) => {
    const first = await openCase()
    await resolve(first, SUNDAY)
    await resolve(await another(first, DECEMBER), NEW_YEAR)
    assert.deepEqual(
      (await book(first.town)).map(({ entryNumber, effectiveDate, effectiveAt, recordedAt }) => [
        entryNumber,
        effectiveDate,
        effectiveAt.getTime() - recordedAt.getTime(),
      ]),
      [
        ['2026-RES-000001', '2026-03-08', 0],
        ['2027-RES-000001', '2027-01-01', 0],
      ]
    )
  })

  test('holds a resolution once: another number for it is found, of the day that the book had reached', async ({
    assert,
  }) => {
    const open = await openCase()
    const { office, town, caseId } = open
    await resolve(open)
    const document = (await documentsOfCase(town.id, caseId)).find(({ kind }) => kind === 'resolution')!.id
    const of = { town: office.town, procedure: office.procedure, document, at: DAY_BEFORE, moved: true }
    const { number, audit } = await withLocked(open, (trx, caseFile) =>
      recordResolution(trx, { ...of, caseFile })
    )
    assert.equal(number, '2026-RES-000002')
    assert.deepInclude(audit, { action: 'registry.resolution_recorded', detail: { case: caseId } })
    assert.deepEqual(
      (await book(town)).map(({ effectiveDate }) => effectiveDate),
      ['2026-03-02', '2026-03-02']
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [
      { rule: 'I2', fault: 'resolution_entries', row: document },
    ])
  })

  test('is opened by the house for the towns that stood before it', async ({ assert }) => {
    const { town } = await openCase()
    await tamper(
      town.id,
      'register_counters',
      `DELETE FROM register_counters WHERE municipality_id = $1 AND book = 'resolutions'`,
      [town.id]
    )
    const [, opening] = new BookOfResolutions(db.connection('owner'), 'x', false).statements()
    await db.connection('owner').transaction((trx) => trx.rawQuery(opening!))
    const [counter] = await rowsOf(
      town.id,
      `SELECT year, last_number::int AS number, entries::int, head FROM register_counters
       WHERE municipality_id = $1 AND book = 'resolutions'`
    )
    assert.deepEqual(counter, { year: 0, number: 0, entries: 0, head: CHAIN_START })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
