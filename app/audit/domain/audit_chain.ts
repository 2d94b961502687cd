import { CHAIN_START, chainSql, linkHash, utcMicrosecondsSql, type SqlField } from '#core/hash_chain'

const VERSION = 'finestra-audit-1'

/** What the chain of a town binds together in one audit row. */
export interface AuditLink {
  municipality: string
  /** 1, 2, 3 ... in the town's one chain; never restarts. */
  sequence: number
  /** UTC with microseconds, as text. */
  at: string
  /** What was done, dotted and ASCII: `filings.submitted`, `folder.case_read`. */
  action: string
  /** Who did it: the id of a person or officer, or `system`. */
  actor: string
  /** What it was done to: `<table>/<id>`. */
  subject: string
  /** The salted commitment of the details, hexadecimal. */
  commitment: string
  previousHash: string
}

export interface ChainedAudit extends AuditLink {
  hash: string
}

/** The hash of an audit row, which the next one carries. */
export const auditHash = (row: AuditLink): string =>
  linkHash({
    v: VERSION,
    municipality: row.municipality,
    sequence: row.sequence,
    at: row.at,
    action: row.action,
    actor: row.actor,
    subject: row.subject,
    commitment: row.commitment,
    previous: row.previousHash,
  })

/** SQL expressions for the fields of an audit row; inside `auditChainSql` the row is `r`. */
export interface AuditColumns {
  municipality: string
  sequence: string
  /** A timestamptz. */
  at: string
  action: string
  actor: string
  subject: string
  commitment: string
}

const sqlFields = (columns: AuditColumns, previous: string): Record<string, SqlField> => ({
  v: { text: `'${VERSION}'` },
  municipality: { text: columns.municipality },
  sequence: { integer: columns.sequence },
  at: { text: utcMicrosecondsSql(columns.at) },
  action: { text: columns.action },
  actor: { text: columns.actor },
  subject: { text: columns.subject },
  commitment: { text: columns.commitment },
  previous: { text: previous },
})

/** A recursive CTE `name(ordinal, previous_hash, hash)` over many new audit rows: see `chainSql`. */
export const auditChainSql = (options: {
  name: string
  rows: string
  head: string
  columns: AuditColumns
}): string => chainSql({ ...options, fields: (previous) => sqlFields(options.columns, previous) })

/** Where a town's audit stands: what its head row keeps. */
export interface AuditHead {
  sequence: number
  at: string
  hash: string
}

export const EMPTY_AUDIT: AuditHead = { sequence: 0, at: '', hash: CHAIN_START }

export type AuditFault = 'previous_hash' | 'hash' | 'sequence' | 'time'

/** Checks audit rows, oldest first, from a known head. Time may stand still but never goes back. */
export function verifyAudit(rows: readonly ChainedAudit[], from: AuditHead = EMPTY_AUDIT) {
  const faults: { sequence: number; fault: AuditFault }[] = []
  let head = from
  for (const row of rows) {
    const report = (fault: AuditFault) => faults.push({ sequence: row.sequence, fault })
    if (row.sequence !== head.sequence + 1) report('sequence')
    if (row.at < head.at) report('time')
    if (row.previousHash !== head.hash) report('previous_hash')
    if (row.hash !== auditHash(row)) report('hash')
    head = { sequence: row.sequence, at: row.at, hash: row.hash }
  }
  return { faults, head }
}
