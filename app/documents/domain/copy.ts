import { type Party, partyText } from '#documents/domain/receipt'
import type { Attachment, Block, Fact, Sheet } from '#documents/domain/sheet'
import { attachmentsBlock, sealBlock } from '#documents/domain/standard_blocks'
import { instantText, type Writing } from '#documents/domain/words'

/** What an authenticated copy repeats: who filed what, and what they wrote, part by part. */
export interface Copy {
  entity: string
  /** `documents.copy.<kind>` is its title. */
  kind: string
  /** What it does, in a sentence; null of what opens a case, whose form says it. */
  act: string | null
  entryNumber: string
  /** ISO instant of the entry. */
  recordedAt: string
  interested: Party
  representative: Party | null
  procedure: string
  /** Of the case that it was filed in, and what that is about. */
  caseNumber: string | null
  summary: string
  parts: { title: string | null; facts: Fact[] }[]
  attachments: Attachment[]
}

/** The copy of what was filed (Law 39/2015, art. 16.3), for whatever has no template of its own. */
export function copySheet(copy: Copy, writing: Writing): Sheet {
  const t = (id: string) => writing.translate(`documents.receipt.${id}`)
  const fact = (label: string, value: string | null): Fact[] => (value ? [{ label: t(label), value }] : [])
  return {
    language: writing.language,
    title: writing.translate(`documents.copy.${copy.kind}`),
    blocks: [
      ...(copy.act ? [{ kind: 'paragraph' as const, text: copy.act }] : []),
      {
        kind: 'facts',
        facts: [
          ...fact('interested', partyText(copy.interested)),
          ...fact('representative', copy.representative && partyText(copy.representative)),
          ...fact('procedure', copy.procedure),
          ...fact('summary', copy.summary),
          ...fact('caseNumber', copy.caseNumber),
          ...fact('entryNumber', copy.entryNumber),
          ...fact('recordedAt', instantText(copy.recordedAt, writing)),
        ],
      },
      ...copy.parts.flatMap(({ title, facts }): Block[] => [
        ...(title ? [{ kind: 'heading' as const, text: title }] : []),
        { kind: 'facts', facts },
      ]),
      { kind: 'heading', text: t('attachments') },
      attachmentsBlock(copy.attachments, writing),
      sealBlock(copy.entity, writing, true),
    ],
  }
}
