import { test } from '@japa/runner'
import { CHAIN_START } from '#core/hash_chain'
import { entryHash, firstEntryHash, verifyEntries, type ChainedEntry } from '#registry/domain/entry_chain'

const TOWN = '01890a5d-ac96-774b-bcce-b302099a8057'

/** A good book: two entries of 2025, then three of 2026. */
function book(hashOf = entryHash): ChainedEntry[] {
  let previousHash = CHAIN_START
  return [
    [2025, 1],
    [2025, 2],
    [2026, 1],
    [2026, 2],
    [2026, 3],
  ].map(([year, number], i) => {
    const link = {
      municipality: TOWN,
      book: 'incoming',
      id: `01890a5d-ac96-774b-bcce-b30209900000`,
      year: year as number,
      number: number as number,
      entryNumber: `${year}-E-RE-00000${number}`,
      recordedAt: `${year}-06-01T10:00:00.00000${i}Z`,
      effectiveAt: `${year}-06-01T10:00:00.00000${i}Z`,
      effectiveDate: `${year}-06-01`,
      filingId: '01890a5d-ac96-774b-bcce-b30209900001',
      caseId: '01890a5d-ac96-774b-bcce-b30209900002',
      documentId: null,
      commitment: String(i).repeat(64),
      previousHash,
    }
    previousHash = hashOf(link)
    return { ...link, hash: previousHash }
  })
}

const faultsOf = (entries: ChainedEntry[]) => verifyEntries(entries).faults.map(({ fault }) => fault)

test.group('The chain of a book', () => {
  test('verifies over the turn of the year, where numbers restart and the chain does not', ({ assert }) => {
    const entries = book()
    const { faults, head } = verifyEntries(entries)
    assert.deepEqual(faults, [])
    assert.equal(head.hash, entries[4]?.hash)
    assert.deepEqual([head.year, head.number], [2026, 3])
  })

  test('verifies where it was begun by the first version, and tells which entries that covers less of', ({
    assert,
  }) => {
    const older = book(firstEntryHash)
    const { faults, first } = verifyEntries(older)
    assert.deepEqual(faults, [])
    assert.deepEqual(first, older)
    assert.deepEqual(verifyEntries(book()).first, [])
  })

  test('verifies in pieces, each from the head of the one before', ({ assert }) => {
    const entries = book()
    const first = verifyEntries(entries.slice(0, 3))
    assert.deepEqual(verifyEntries(entries.slice(3), first.head).faults, [])
    assert.isNotEmpty(verifyEntries(entries.slice(3)).faults)
  })

  for (const [what, change] of [
    ['its content', { commitment: 'f'.repeat(64) }],
    ['its time', { recordedAt: '2025-06-01T10:00:00.000009Z' }],
    ['its number', { number: 7 }],
    ['its number as people read it', { entryNumber: '2025-E-RE-000009' }],
    ['the instant of its effect', { effectiveAt: '2025-06-02T00:00:00.000000Z' }],
    ['the day of its effect', { effectiveDate: '2025-05-27' }],
    ['its filing', { filingId: '01890a5d-ac96-774b-bcce-b30209900009' }],
    ['its case', { caseId: null }],
    ['its document', { documentId: '01890a5d-ac96-774b-bcce-b30209900009' }],
    ['its id', { id: '01890a5d-ac96-774b-bcce-b30209900009' }],
    ['its book', { book: 'outgoing' }],
    ['its town', { municipality: '01890a5d-ac96-774b-bcce-b302099a8058' }],
  ] as const)
    test(`shows an entry that had ${what} changed afterwards`, ({ assert }) => {
      const entries = book()
      entries[1] = { ...(entries[1] as ChainedEntry), ...change }
      assert.include(faultsOf(entries), 'hash')
    })

  test('shows an entry rewritten with its hash made anew', ({ assert }) => {
    const entries = book()
    const forged = { ...(entries[1] as ChainedEntry), commitment: 'f'.repeat(64) }
    entries[1] = { ...forged, hash: entryHash(forged) }
    assert.deepEqual(faultsOf(entries), ['previous_hash'])
  })

  test('shows an entry taken out, doubled or moved', ({ assert }) => {
    const [a, b, c, d, e] = book() as [ChainedEntry, ChainedEntry, ChainedEntry, ChainedEntry, ChainedEntry]
    assert.includeMembers(faultsOf([a, c, d, e]), ['previous_hash'])
    assert.includeMembers(faultsOf([a, b, c, e]), ['number', 'previous_hash'])
    assert.includeMembers(faultsOf([a, b, b, c, d, e]), ['number', 'time', 'previous_hash'])
    assert.includeMembers(faultsOf([a, b, d, c, e]), ['number', 'time', 'previous_hash'])
  })
})
