import { digestOf } from '#core/digest'

/** Of what somebody files when they file a draft: the same draft with another one is a conflict. */
export const draftDigest = (draft: string, version: number, person: string): string =>
  digestOf({ draft, version, person })
