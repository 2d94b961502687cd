import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import type { Calendar } from '#deadlines/index'
import { DayTurnedError, recordEntries } from '#registry/actions/record_entries'
import { utcMicrosecondsSql } from '#core/hash_chain'
import { verifyEntries, type ChainedEntry } from '#registry/domain/entry_chain'
import { plannedEntry } from '#tests/support/planned_entry'
import type { EntryContent } from '#registry/types'
import { foundTown } from '#tenancy/actions/found_town'
import { inTown } from '#tenancy/town_transaction'

const calendar: Calendar = {
  id: 't',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: [2025, 2026, 2027],
}

const content: EntryContent = {
  heading: 'General application',
  party: { identifier: '12345678Z', name: 'Ana Peña' },
  sender: { name: 'Ana Peña', directoryCode: null },
  addressee: { name: 'Town council', directoryCode: null },
  procedure: null,
  documents: [],
  language: 'es',
}

async function town(): Promise<string> {
  const id = uuidv7()
  return foundTown({
    id,
    slug: `t-${id}`,
    name: 'Test',
    ineCode: null,
    directoryCode: null,
    taxNumber: null,
    population: 1,
    timeZone: 'Europe/Madrid',
    languages: ['es'],
    demo: true,
    isDefault: false,
    hosts: [],
    settings: {} as any,
  })
}

const record = (municipalityId: string, at: string, count = 1) =>
  inTown(municipalityId, (trx) =>
    recordEntries(trx, {
      book: 'incoming',
      calendar,
      at: new Date(at),
      moved: true,
      entries: Array.from({ length: count }, () => plannedEntry(content)),
    })
  )

const entriesOf = (municipalityId: string) =>
  inTown(municipalityId, (trx) =>
    trx.rows<ChainedEntry>(
      `SELECT municipality_id AS municipality, book, id, year, number::int, entry_number AS "entryNumber",
              ${utcMicrosecondsSql('recorded_at')} AS "recordedAt", ${utcMicrosecondsSql('effective_at')} AS "effectiveAt",
              effective_date::text AS "effectiveDate", filing_id AS "filingId", case_id AS "caseId", document_id AS "documentId",
              commitment, previous_hash AS "previousHash", hash
       FROM register_entries WHERE municipality_id = $1 ORDER BY year, number`,
      [municipalityId]
    )
  )

test.group('The incoming book of a town', () => {
  test('numbers without a gap, restarts with the year, and chains every entry', async ({ assert }) => {
    const id = await town()
    const first = await record(id, '2026-12-30T10:00:00Z', 3)
    const second = await record(id, '2027-01-04T10:00:00Z', 2)
    assert.deepEqual(
      first.map((entry) => entry.entryNumber),
      ['2026-E-RE-000001', '2026-E-RE-000002', '2026-E-RE-000003']
    )
    assert.deepEqual(
      second.map((entry) => entry.entryNumber),
      ['2027-E-RE-000001', '2027-E-RE-000002']
    )
    const entries = await entriesOf(id)
    assert.lengthOf(entries, 5)
    const verified = verifyEntries(entries)
    assert.deepEqual([verified.faults, verified.first], [[], []])
  })

  test('belongs to the year of the town, not of UTC', async ({ assert }) => {
    const [entry] = await record(await town(), '2026-12-31T23:30:00Z')
    assert.equal(entry?.year, 2027)
  })

  test('gives an entry of a Saturday its effect on Monday at the first hour, and keeps its real time', async ({
    assert,
  }) => {
    const [entry] = await record(await town(), '2026-04-11T21:10:00Z')
    assert.equal(entry?.recordedAt, '2026-04-11T21:10:00.000000Z')
    assert.equal(entry?.effectiveDate, '2026-04-13')
    assert.equal(entry?.effectiveAt, '2026-04-12T22:00:00.000000Z')
  })

  test('gives back the number when the transaction fails', async ({ assert }) => {
    const id = await town()
    await record(id, '2026-03-02T10:00:00Z')
    await assert.rejects(() =>
      inTown(id, async (trx) => {
        await recordEntries(trx, {
          book: 'incoming',
          calendar,
          at: new Date('2026-03-02T10:00:01Z'),
          moved: true,
          entries: [plannedEntry(content)],
        })
        throw new Error('something after the entry')
      })
    )
    const [next] = await record(id, '2026-03-02T10:00:02Z')
    assert.equal(next?.number, 2)
  })

  test('refuses a batch that was planned for another day', async ({ assert }) => {
    const id = await town()
    const yesterday = new Date(Date.now() - 86_400_000)
    await assert.rejects(
      () =>
        inTown(id, (trx) =>
          recordEntries(trx, { book: 'incoming', calendar, at: yesterday, entries: [plannedEntry(content)] })
        ),
      DayTurnedError as any
    )
  })

  test('hands out each number once to many who ask at the same time', async ({ assert }) => {
    const id = await town()
    const now = new Date()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        inTown(id, (trx) =>
          recordEntries(trx, {
            book: 'incoming',
            calendar,
            at: now,
            entries: [plannedEntry(content), plannedEntry(content)],
          })
        )
      )
    )
    const numbers = answers
      .flat()
      .map((entry) => entry.number)
      .sort((a, b) => a - b)
    assert.deepEqual(
      numbers,
      Array.from({ length: 24 }, (_, index) => index + 1)
    )
    assert.deepEqual(verifyEntries(await entriesOf(id)).faults, [])
  })

  test('can be changed by nobody', async ({ assert }) => {
    const id = await town()
    await record(id, '2026-03-02T10:00:00Z')
    await assert.rejects(
      () =>
        inTown(id, (trx) =>
          trx.rows(`UPDATE register_entries SET number = 7 WHERE municipality_id = $1`, [id])
        ),
      /permission denied/
    )
    await assert.rejects(
      () => inTown(id, (trx) => trx.rows(`DELETE FROM register_entries WHERE municipality_id = $1`, [id])),
      /permission denied/
    )
  })
})
