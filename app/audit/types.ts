export interface Actor {
  kind: 'person' | 'officer' | 'system' | 'anonymous'
  id: string
}

/** Whoever files without saying who they are. */
export const ANONYMOUS: Actor = { kind: 'anonymous', id: 'anonymous' }

export const SYSTEM: Actor = { kind: 'system', id: 'system' }

/** Whoever operates the house, by the command that they gave. */
export const byCommand = (command: string): Actor => ({ kind: 'system', id: command })

/** The command by which an operator did something; null where it was done by itself, or by somebody else. */
export const commandOf = ({ kind, id }: Actor): string | null =>
  kind === 'system' && id !== SYSTEM.id ? id : null

/** Who did what to what. `action` is dotted ASCII (`filings.submitted`); `detail` names no secret. */
export interface AuditRow {
  actor: Actor
  action: string
  subject: { kind: string; id: string }
  detail?: Record<string, unknown>
}
