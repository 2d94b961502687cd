import type { Sheet } from '#catalogue/types'
import { isObliged } from '#filings/domain/applicant'
import { reaches } from '#identity/types'
import type { Citizen } from '#identity/types'

/** `level`: known less surely than the sheet asks. `audience`: it is for natural persons, or for none of them. */
export type Bar = 'level' | 'audience'

/** Why somebody may not file a procedure; null where they may. Its sheet says so, whoever presses the button. */
export function barredFrom(
  { signInLevel, audience }: Pick<Sheet, 'signInLevel' | 'audience'>,
  citizen: Pick<Citizen, 'level' | 'identifier' | 'organisation'>
): Bar | null {
  if (!reaches(citizen.level, signInLevel)) return 'level'
  const meant = isObliged(citizen)
    ? audience.includes('legal_person')
    : audience.some((kind) => kind !== 'legal_person')
  return meant ? null : 'audience'
}
