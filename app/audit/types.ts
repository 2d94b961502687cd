export interface Actor {
  kind: 'person' | 'officer' | 'system' | 'anonymous'
  id: string
}

/** Whoever files without saying who they are. */
export const ANONYMOUS: Actor = { kind: 'anonymous', id: 'anonymous' }

export const SYSTEM: Actor = { kind: 'system', id: 'system' }

/** Who did what to what. `action` is dotted ASCII (`filings.submitted`); `detail` names no secret. */
export interface AuditRow {
  actor: Actor
  action: string
  subject: { kind: string; id: string }
  detail?: Record<string, unknown>
}
