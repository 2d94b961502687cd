import type { Attachment, Block } from '#documents/domain/sheet'
import { dateText, type Writing } from '#documents/domain/words'
import { fileSize } from '#forms/view'

/** The table of attached documents with size and digest (RD 203/2021, art. 40), or the sentence that there are none. */
export function attachmentsBlock(attachments: Attachment[], writing: Writing): Block {
  const t = (id: string) => writing.translate(`documents.attachments.${id}`)
  if (!attachments.length) return { kind: 'paragraph', text: t('none') }
  return {
    kind: 'attachments',
    columns: { name: t('name'), size: t('size') },
    rows: attachments.map(({ name, size, sha256 }) => ({
      name,
      size: fileSize(size, writing.language),
      digest: `SHA-256 ${sha256}`,
    })),
  }
}

/** Who adopts an act, and when: without it there is no act (Law 39/2015, arts. 34 and 36; RD 2568/1986, art. 41). */
export interface Adoption {
  /**
   * `decided` by the body that resolves; `issued` by it without deciding, or by the unit that handles; `automated`
   * under the responsibility of the body, by no person (Law 40/2015, art. 41.2).
   */
  as: 'decided' | 'issued' | 'automated'
  issuer: 'body' | 'unit'
  by: string
  /** The person who holds the office. */
  holder: string | null
  /** ISO date in the town; null where its signatures will say when. */
  on: string | null
}

/** Body or unit, holder and date of an act, just above the seal. */
export function adoptionBlock({ as, issuer, by, holder, on }: Adoption, writing: Writing): Block {
  const t = (id: string) => writing.translate(`documents.adoption.${id}`)
  const dated = t(as === 'decided' ? 'decidedOn' : 'issuedOn')
  const date = on ? [{ label: dated, value: dateText(on, writing) }] : []
  if (as === 'automated') return { kind: 'facts', facts: [{ label: t('automatedBy'), value: by }, ...date] }
  return {
    kind: 'facts',
    facts: [
      { label: t(as === 'issued' && issuer === 'body' ? 'issuedByBody' : `${as}By`), value: by },
      ...(holder ? [{ label: t('holder'), value: holder }] : []),
      ...date,
    ],
  }
}

/**
 * Who seals, and by which law. Only what no person decides may call itself an automated act (Law 40/2015, art. 41):
 * a receipt does, a resolution does not.
 */
export const sealBlock = (entity: string, { translate }: Writing, automated = false): Block => ({
  kind: 'seal',
  title: entity,
  lines: [translate(`documents.seal.${automated ? 'automated' : 'organ'}`), translate('documents.seal.copy')],
})
