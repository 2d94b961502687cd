import type { Imprint } from '#documents/domain/imprint'
import { groupCode } from '#documents/domain/verification_code'
import { stampTime, type Writing } from '#documents/domain/words'

/** Where documents of the town are verified, without a slash at the end: `https://sede.example.es/verify`. */
export type VerifyAddress = string

type Fixed = Pick<Imprint, 'codeLabel' | 'addressLabel' | 'address' | 'sealed' | 'pageLabel' | 'lacking'>

/** The words of the foot that do not change from document to document. */
export function fixedImprint(address: VerifyAddress, { translate }: Pick<Writing, 'translate'>): Fixed {
  const t = (id: string, params?: Record<string, string>) => translate(`documents.imprint.${id}`, params)
  return {
    address,
    codeLabel: t('code'),
    addressLabel: t('verifyAt'),
    sealed: t('sealed'),
    pageLabel: t('page', { page: '{page}', pages: '{pages}' }),
    lacking: t('lacking'),
  }
}

/** The foot of one document. `entry` is the register's, for documents that have been through it. */
export function makeImprint(
  fixed: Fixed,
  code: string,
  entry: { kind: 'incoming' | 'outgoing'; number: string; recordedAt: string } | null,
  { translate, timeZone }: Writing
): Imprint {
  return {
    ...fixed,
    code: groupCode(code),
    url: `${fixed.address}/${code}`,
    stamp: entry && {
      title: translate(`documents.stamp.${entry.kind}`),
      number: entry.number,
      at: stampTime(entry.recordedAt, timeZone),
    },
  }
}
