import type { Block, Fact, Sheet } from '#documents/domain/sheet'

const ofFacts = (facts: Fact[]): string[] => facts.flatMap(({ label, value }) => [label, value])

function ofBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'facts':
      return ofFacts(block.facts)
    case 'highlight':
      return [block.label, block.value, ...ofFacts(block.facts)]
    case 'table':
      return [...block.columns.map(({ label }) => label), ...block.rows.flat()]
    case 'attachments':
      return [
        ...Object.values(block.columns),
        ...block.rows.flatMap(({ name, size, digest }) => [name, size, digest]),
      ]
    case 'signatures':
      return [block.title, ...block.rows.flatMap(({ label, reason, signed }) => [label, reason, ...signed])]
    case 'seal':
      return [block.title, ...block.lines]
  }
}

/** Every text that a document made of this sheet has to show. */
export const wordsOfSheet = ({ title, blocks }: Sheet): string[] => [title, ...blocks.flatMap(ofBlock)]
