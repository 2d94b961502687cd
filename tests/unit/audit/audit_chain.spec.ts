import { test } from '@japa/runner'
import { CHAIN_START } from '#core/hash_chain'
import { auditHash, verifyAudit, type ChainedAudit } from '#audit/domain/audit_chain'

function trail(): ChainedAudit[] {
  let previousHash = CHAIN_START
  return ['filings.submitted', 'cases.opened', 'folder.case_read'].map((action, i) => {
    const link = {
      municipality: '01890a5d-ac96-774b-bcce-b302099a8057',
      sequence: i + 1,
      at: '2026-06-01T10:00:00.000001Z',
      action,
      actor: 'system',
      subject: 'case_files/01890a5d-ac96-774b-bcce-b302099a8057',
      commitment: String(i).repeat(64),
      previousHash,
    }
    previousHash = auditHash(link)
    return { ...link, hash: previousHash }
  })
}

test.group('The audit of a town', () => {
  test('is one chain that verifies', ({ assert }) => {
    const rows = trail()
    assert.deepEqual(verifyAudit(rows), {
      faults: [],
      head: { sequence: 3, at: rows[2]?.at, hash: rows[2]?.hash },
    })
  })

  for (const [what, change] of [
    ['who', { actor: 'somebody' }],
    ['what', { action: 'cases.closed' }],
    ['whose', { subject: 'case_files/1' }],
    ['when', { at: '2026-06-01T10:00:00.000000Z' }],
    ['the details', { commitment: 'f'.repeat(64) }],
  ] as const)
    test(`shows that ${what} was changed`, ({ assert }) => {
      const rows = trail()
      rows[1] = { ...(rows[1] as ChainedAudit), ...change }
      assert.include(
        verifyAudit(rows).faults.map(({ fault }) => fault),
        'hash'
      )
    })

  test('shows that a row is gone', ({ assert }) => {
    const [a, , c] = trail() as [ChainedAudit, ChainedAudit, ChainedAudit]
    assert.sameMembers(
      verifyAudit([a, c]).faults.map(({ fault }) => fault),
      ['sequence', 'previous_hash']
    )
  })
})
