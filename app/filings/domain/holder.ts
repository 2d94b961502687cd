import { ANONYMOUS, type Actor } from '#audit/types'
import { followUpDigest } from '#filings/domain/follow_up_code'
import type { Filer } from '#filings/types'
import type { Holder } from '#identity/types'

/** Whose a draft of somebody who files is. */
export const holderOf = ({ citizen, code }: Filer): Holder =>
  citizen
    ? { personId: citizen.personId, codeDigest: null }
    : { personId: null, codeDigest: followUpDigest(code) }

/** Who did it, in the audit trail and in the history of the case. */
export const actorOf = ({ citizen }: Filer): Actor =>
  citizen ? { kind: 'person', id: citizen.personId } : ANONYMOUS
