import { test } from '@japa/runner'
import pg from 'pg'
import { CHAIN_START, newSalt } from '#core/hash_chain'
import { unwrap } from '#core/result'
import { auditChainSql, auditHash } from '#audit/domain/audit_chain'
import { entryChainSql, verifyEntries } from '#registry/domain/entry_chain'
import { entryNumberFormat, entryNumberSql, formatEntryNumber } from '#registry/domain/entry_number'

const TOWN = '01890a5d-ac96-774b-bcce-b302099a8057'
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL

/** One statement, no tables: the rows come as arrays, as they do on the hot road. */
const CHAIN = `with recursive fresh as (
  select u.ordinal, $1::uuid as municipality, 2026 as year, 40 + u.ordinal as number, u.commitment,
    timestamptz '2026-06-01 12:00:00.000007+02' + u.ordinal * interval '1 microsecond' as at
  from unnest($2::text[]) with ordinality as u(commitment, ordinal)
), ${entryChainSql({
  name: 'entry_links',
  rows: 'fresh',
  head: `'${'a'.repeat(64)}'`,
  columns: {
    municipality: 'r.municipality',
    book: `'incoming'`,
    id: 'r.municipality',
    year: 'r.year',
    number: 'r.number',
    entryNumber: `'2026-E-RE-' || r.number`,
    recordedAt: 'r.at',
    effectiveAt: 'r.at',
    effectiveDate: `date '2026-06-01'`,
    filingId: 'r.municipality',
    caseId: 'null::uuid',
    documentId: 'null',
    commitment: 'r.commitment',
  },
})}, ${auditChainSql({
  name: 'audit_links',
  rows: 'fresh',
  head: `'${CHAIN_START}'`,
  columns: {
    municipality: 'r.municipality',
    sequence: 'r.ordinal',
    at: 'r.at',
    action: `'filings.submitted'`,
    actor: `'system'`,
    subject: `'register_entries/' || r.number`,
    commitment: 'r.commitment',
  },
})}
select f.year, f.number::int, f.commitment, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.previous_hash, e.hash, a.previous_hash as audit_previous, a.hash as audit_hash
from fresh f join entry_links e using (ordinal) join audit_links a using (ordinal) order by ordinal`

test.group('PostgreSQL', (group) => {
  let client: pg.Client | undefined
  group.setup(async () => {
    if (!url) return
    client = new pg.Client(url)
    await client.connect()
  })
  group.teardown(() => client?.end())

  test('chains many entries and audit rows in one statement, byte for byte as JavaScript does', async ({
    assert,
  }) => {
    const { rows } = await client!.query(CHAIN, [TOWN, Array.from({ length: 64 }, () => newSalt().repeat(2))])
    const entries = rows.map((row) => ({
      municipality: TOWN,
      book: 'incoming',
      id: TOWN,
      year: row.year,
      number: row.number,
      entryNumber: `2026-E-RE-${row.number}`,
      recordedAt: row.at,
      effectiveAt: row.at,
      effectiveDate: '2026-06-01',
      filingId: TOWN,
      caseId: null,
      documentId: null,
      commitment: row.commitment,
      previousHash: row.previous_hash,
      hash: row.hash,
    }))
    assert.lengthOf(entries, 64)
    const from = { year: 2026, number: 40, recordedAt: '2026-06-01T10:00:00.000007Z', hash: 'a'.repeat(64) }
    const { faults, first } = verifyEntries(entries, from)
    assert.deepEqual([faults, first], [[], []])
    assert.equal(entries[0]?.recordedAt, '2026-06-01T10:00:00.000008Z')
    rows.forEach((row, i) =>
      assert.equal(
        row.audit_hash,
        auditHash({
          municipality: TOWN,
          sequence: i + 1,
          at: row.at,
          action: 'filings.submitted',
          actor: 'system',
          subject: `register_entries/${row.number}`,
          commitment: row.commitment,
          previousHash: row.audit_previous,
        })
      )
    )
  }).skip(!url, 'no PostgreSQL given (DATABASE_URL)')

  test('writes the number of an entry as JavaScript does', async ({ assert }) => {
    for (const pattern of ['{year}-E-RE-{number:6}', 'RG/{number}/{year2}']) {
      const format = unwrap(entryNumberFormat(pattern))
      const sql = `select ${entryNumberSql(format, { year: '$1::int', number: '$2::bigint' })} as written`
      for (const number of [1, 999_999, 1_000_000]) {
        const { rows } = await client!.query(sql, [2026, number])
        assert.equal(rows[0].written, formatEntryNumber(format, { year: 2026, number }))
      }
    }
  }).skip(!url, 'no PostgreSQL given (DATABASE_URL)')
})
