import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import type { Citizen } from '#identity/types'

/** The signed-in citizen of this town, from the sealed session; a session of another town is none. */
export function citizenOf({ session, town }: HttpContext): Citizen | null {
  const kept = session?.get('citizen')
  return kept && kept.municipalityId === town.id && isUuid(kept.citizen?.personId) ? kept.citizen : null
}

export function keepCitizen({ session, town }: HttpContext, citizen: Citizen) {
  session.regenerate()
  session.put('citizen', { municipalityId: town.id, citizen })
}

/** Keeps what somebody had asked for, with a page of ours, when they were sent to sign in. */
export const askedBefore = ({ session }: HttpContext, path: string) => session.put('asked', path)

/** Whether that was it; asked once, so that no link can ask for it instead of them. */
export const hadAsked = ({ session }: HttpContext, path: string): boolean => session.pull('asked') === path

export function officerIdOf({ session, town }: HttpContext): { id: string; since: number } | null {
  const kept = session?.get('officer')
  return kept && kept.municipalityId === town.id && isUuid(kept.id)
    ? { id: kept.id, since: Number(kept.since) }
    : null
}

export function keepOfficer({ session, town }: HttpContext, id: string, at: Date) {
  session.regenerate()
  session.put('officer', { municipalityId: town.id, id, since: at.getTime() })
}
