import { digestOf } from '#core/digest'

/**
 * Of what somebody files when they file a draft: the same draft with another one is a conflict. `holder` is whose it
 * is: a person's id, or the digest of a follow-up code.
 */
export const draftDigest = (draft: string, version: number, holder: string): string =>
  digestOf({ draft, version, person: holder })
