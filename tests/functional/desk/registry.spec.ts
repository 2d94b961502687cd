import { test } from '@japa/runner'
import type { OfficerRole } from '#identity/types'
import { inTown } from '#tenancy/town_transaction'
import { recordEntries } from '#registry/actions/record_entries'
import { plannedEntry } from '#tests/support/planned_entry'
import { BOOKS, type Book } from '#registry/types'
import { calendarOf } from '#tenancy/queries/calendar'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { openCase } from '#tests/support/open_case'
import { refusedInAddress } from '#tests/support/refused_in_address'
import { addOfficer, testTown, type TestTown } from '#tests/support/town'

const DAY = '2026-03-10'

const content = (heading: string, identifier: string) => ({
  heading,
  party: { identifier, name: 'Vicenta; "Prova"' },
  sender: { name: 'Vicenta', directoryCode: null },
  addressee: { name: 'Secretaria', directoryCode: 'L01460001' },
  procedure: null,
  documents: [],
  language: 'es',
})

/** Records entries on a day of the books' calendar, at noon. */
async function record({ id }: TestTown, day: string, headings: string[], book: Book = 'incoming') {
  const calendar = await calendarOf(id)
  const entries = headings.map((heading, index) => plannedEntry(content(heading, `1000000${index}X`)))
  const at = new Date(`${day}T11:00:00Z`)
  await inTown(id, (trx) => recordEntries(trx, { book, calendar, at, entries, moved: true }))
}

test.group('The books of the register', () => {
  test('are read by day, number and identity number, the newest first', async ({ assert }) => {
    const town = await testTown()
    await record(town, DAY, ['one', 'two'])
    await record(town, '2026-03-11', ['three'])
    await record(town, '2026-03-11', ['sent'], 'outgoing')
    const visitor = await atTheDesk(town, town.officer)
    const headings = async (query: string) =>
      (await visitor.get(`/desk/registry?${query}`)).props.entries.map(({ heading }: any) => heading)
    assert.deepEqual(await headings(''), ['three', 'two', 'one'])
    assert.deepEqual(await headings('book=outgoing'), ['sent'])
    await record(town, '2026-03-11', ['resolved'], 'resolutions')
    assert.deepEqual(await headings('book=resolutions&q=2026-RES-000001'), ['resolved'])
    assert.deepEqual((await visitor.get('/desk/registry')).props.books, BOOKS)
    assert.deepEqual(await headings(`from=${DAY}&to=${DAY}`), ['two', 'one'])
    for (const written of ['10000001x', '10.000.001-X'])
      assert.deepEqual(await headings(`q=${written}`), ['two'])
    for (const written of ['2026-E-RE-000003', '2026-e-re-000003', '3', '000003'])
      assert.deepEqual(await headings(`q=${written}`), ['three'], written)
    assert.deepEqual(await headings('q=4'), [])
    const faults = {
      'from=2026-02-31': 'E_NO_DAY',
      'from[]=x': 'E_NOT_ONE_VALUE',
      'to=yesterday': 'E_NO_DAY',
      'after=x': 'E_NO_PLACE',
      'q=%00': 'E_CONTROL_CHARACTER',
      [`q=${'x'.repeat(61)}`]: 'E_TOO_LONG',
      'book=x': 'E_NO_CHOICE',
      'to=2026-03-01&from=2026-03-02': 'E_DAYS_REVERSED',
    }
    assert.deepEqual(await refusedInAddress(visitor, '/desk/registry', Object.keys(faults)), faults)
    assert.deepEqual(await refusedInAddress(visitor, '/desk/registry/export/csv', ['from=2026-02-31']), {
      'from=2026-02-31': 'E_NO_DAY',
    })
    assert.lengthOf(await auditRows(town.id, 'desk.book_exported'), 0)
  })

  test('say from when an entry counts where that is another day than its own (art. 31.2)', async ({
    assert,
  }) => {
    const town = await testTown()
    await record(town, DAY, ['on a Tuesday'])
    await record(town, '2026-03-14', ['on a Saturday'])
    const { entries } = (await (await atTheDesk(town, town.officer)).get('/desk/registry')).props
    const effective = ({ heading, effective }: any) => [heading, effective?.iso ?? null]
    assert.deepEqual(entries.map(effective), [
      ['on a Saturday', '2026-03-16'],
      ['on a Tuesday', null],
    ])
  })

  test('are open to the registry and to the secretary, who keeps that of resolutions, and to nobody else', async ({
    assert,
  }) => {
    const town = await testTown()
    const statusFor = async (role: OfficerRole) => {
      const visitor = await atTheDesk(town, await addOfficer(town.id, { roles: [role] }))
      return (await visitor.get('/desk/registry?book=resolutions')).status
    }
    assert.deepEqual(await Promise.all((['registrar', 'secretary'] as const).map(statusFor)), [200, 200])
    for (const role of ['case_handler', 'resolver', 'treasurer', 'admin'] as const)
      assert.equal(await statusFor(role), 403, role)
  })

  test('leave the house whole, in order, with a row of who took them', async ({ assert }) => {
    const town = await testTown()
    const many = Array.from({ length: 620 }, (_, index) => `entry ${index + 1}`)
    await record(town, DAY, ['=HYPERLINK("x")', ...many.slice(1)])
    const visitor = await atTheDesk(town, town.officer)
    const csv = await visitor.get(`/desk/registry/export/csv?from=${DAY}`)
    const lines = csv.body.trim().split('\r\n')
    assert.lengthOf(lines, many.length + 1)
    assert.include(lines[1]!, `"'=HYPERLINK(""x"")"`)
    assert.include(lines[2]!, '"Vicenta; ""Prova"""')
    // The official time of the office, with its distance to UTC.
    assert.match(lines[1]!, /^2026-E-RE-000001;2026-03-10T12:00:00\.000\+01:00;2026-03-10;/)
    assert.match(csv.headers['content-disposition']!, /attachment; filename=".*incoming.*\.csv"/)
    const json = JSON.parse((await visitor.get('/desk/registry/export/json')).body)
    assert.deepEqual(
      json.map(({ number }: any) => number),
      many.map((_, index) => index + 1)
    )
    for (const [index, { previousHash }] of json.entries())
      if (index > 0) assert.equal(previousHash, json[index - 1].hash)
    assert.include(lines[2]!, `;${json[0].hash};${json[1].hash}`)
    assert.deepEqual(JSON.parse((await visitor.get('/desk/registry/export/json?book=resolutions')).body), [])
    const rows = await auditRows(town.id, 'desk.book_exported')
    assert.deepEqual(
      rows.map(({ detail }) => [detail.format, detail.from]),
      [
        ['csv', DAY],
        ['json', null],
        ['json', null],
      ]
    )
  })

  test('name the case of the very entry that opened it, on the page and in what is taken along', async ({
    assert,
  }) => {
    const { town } = await openCase()
    const visitor = await atTheDesk(town, town.officer)
    const [entry] = (await visitor.get('/desk/registry')).props.entries
    assert.equal(entry.caseNumber, entry.number)
    const [head, line] = (await visitor.get('/desk/registry/export/csv')).body.trim().split('\r\n')
    const column = head!.split(';').indexOf('Case')
    assert.equal(line!.split(';')[column], entry.number)
    const [written] = JSON.parse((await visitor.get('/desk/registry/export/json')).body)
    assert.equal(written.caseNumber, entry.number)
    assert.isNull(written.content.caseNumber)
  })
})
