import type { Attachment, Block, Fact, Sheet } from '#documents/domain/sheet'
import { attachmentsBlock, sealBlock } from '#documents/domain/standard_blocks'
import { instantText, type Writing } from '#documents/domain/words'

export interface Party {
  name: string
  /** With its kind, as printed: `NIF 99999999R`. */
  identifier: string
}

/** What a receipt must say (Law 39/2015, art. 16.3; RD 203/2021, art. 40). */
export interface Receipt {
  /** The town hall, and its registry office when it has a name of its own. */
  entity: string
  office: string | null
  kind: 'incoming' | 'outgoing'
  /** What was filed: `documents.receipt.titles.<filed>` is its title. */
  filed: 'submission' | 'correction' | 'withdrawal' | 'addition'
  entryNumber: string
  /** ISO instant from which terms count (art. 31.2). */
  effectiveAt: string
  /** ISO instant of the entry. */
  recordedAt: string
  interested: Party
  representative: Party | null
  procedure: string
  caseNumber: string | null
  summary: string
  /** SHA-256 of the answers, frozen with the entry: the copy is made later, and says the same. */
  answersDigest: string
  /** Where it goes. */
  unit: string
  attachments: Attachment[]
}

export const partyText = ({ name, identifier }: Party): string =>
  identifier ? `${name} (${identifier})` : name

const isNote = (block: Block): boolean =>
  ['paragraph', 'list'].includes(block.kind) || (block.kind === 'facts' && block.fee === true)

/**
 * The notes that a procedure adds to its receipts: its texts under their headings, and what a fee came to. Its facts and
 * attachments are left out, for the receipt states them already, and so are headings that are left without a text.
 */
const notesOf = (blocks: Block[]): Block[] =>
  blocks.filter((block, i) => {
    const next = blocks[i + 1]
    return isNote(block) || (block.kind === 'heading' && next !== undefined && isNote(next))
  })

/** The receipt as a sheet. `procedureBlocks` come from the procedure's own template of receipts, if it has one. */
export function receiptSheet(receipt: Receipt, writing: Writing, procedureBlocks: Block[] = []): Sheet {
  const t = (id: string) => writing.translate(`documents.receipt.${id}`)
  const fact = (label: string, value: string | null): Fact[] => (value ? [{ label: t(label), value }] : [])
  const notes = notesOf(procedureBlocks)
  const firstHeading = notes.findIndex(({ kind }) => kind === 'heading')
  const lead = firstHeading < 0 ? notes.length : firstHeading
  return {
    language: writing.language,
    title: t(receipt.kind === 'incoming' ? `titles.${receipt.filed}` : 'titleOutgoing'),
    blocks: [
      ...notes.slice(0, lead),
      {
        kind: 'highlight',
        label: t('entryNumber'),
        value: receipt.entryNumber,
        facts: [
          ...fact('recordedAt', instantText(receipt.recordedAt, writing)),
          ...fact('effectiveAt', instantText(receipt.effectiveAt, writing)),
        ],
      },
      { kind: 'heading', text: t('what') },
      {
        kind: 'facts',
        facts: [
          ...fact('interested', partyText(receipt.interested)),
          ...fact('representative', receipt.representative && partyText(receipt.representative)),
          ...fact('procedure', receipt.procedure),
          ...fact('summary', receipt.summary),
          ...fact('caseNumber', receipt.caseNumber),
          ...fact('unit', receipt.unit),
          { label: t('digest'), value: `SHA-256 ${receipt.answersDigest}`, fine: true },
          ...fact('entity', receipt.office ? `${receipt.entity} · ${receipt.office}` : receipt.entity),
        ],
      },
      { kind: 'heading', text: t('attachments') },
      attachmentsBlock(receipt.attachments, writing),
      // Before the notes: where they run over, the seal is not left alone on a page.
      sealBlock(receipt.entity, writing, true),
      ...notes.slice(lead),
    ],
  }
}
