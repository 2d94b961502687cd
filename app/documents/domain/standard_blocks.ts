import type { Attachment, Block } from '#documents/domain/sheet'
import { sizeText, type Writing } from '#documents/domain/words'

/** The table of attached documents with size and digest (RD 203/2021, art. 40), or the sentence that there are none. */
export function attachmentsBlock(attachments: Attachment[], writing: Writing): Block {
  const t = (id: string) => writing.translate(`documents.attachments.${id}`)
  if (!attachments.length) return { kind: 'paragraph', text: t('none') }
  return {
    kind: 'attachments',
    columns: { name: t('name'), size: t('size') },
    rows: attachments.map(({ name, size, sha256 }) => ({
      name,
      size: sizeText(size, writing),
      digest: `SHA-256 ${sha256}`,
    })),
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
