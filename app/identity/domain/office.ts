import type { OfficerRole } from '#identity/types'

/** The role without which nobody holds the office of a body: who decides resolves, and who attests is the secretary (RD 128/2018, art. 3). */
export const roleToHold = (body: string): OfficerRole => (body === 'secretary' ? 'secretary' : 'resolver')
