import { test } from '@japa/runner'
import { CHAIN_START } from '#core/hash_chain'
import { entryHash, verifyEntries, type ChainedEntry } from '#registry/domain/entry_chain'

const TOWN = '01890a5d-ac96-774b-bcce-b302099a8057'

/** A good book: two entries of 2025, then three of 2026. */
function book(): ChainedEntry[] {
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
      year: year as number,
      number: number as number,
      recordedAt: `${year}-06-01T10:00:00.00000${i}Z`,
      commitment: String(i).repeat(64),
      previousHash,
    }
    previousHash = entryHash(link)
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
