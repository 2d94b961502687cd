import type { Sheet } from '#catalogue/domain/types'
import type { Json } from '#core/json'

/**
 * Whether something can be filed without saying who one is: its sheet leaves it to the town (`town.anonymous`, which the
 * compiler asks for), and the town allows it on that day.
 */
export const mayBeAnonymous = (
  { signInLevel }: Pick<Sheet, 'signInLevel'>,
  { town }: { town?: Record<string, Json> }
): boolean => signInLevel === 'none' && town?.['anonymous'] === true
