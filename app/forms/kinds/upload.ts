import type { Json } from '#core/json'
import { itemsKeywords } from '#forms/kinds/keywords'
import { defineKind } from '#forms/kinds/kind'

/** The most a file may weigh unless its author asks for less: 20 MB, as pages say it. */
export const MAX_UPLOAD_BYTES = 20_000_000

const RECEIVING = [
  'empty',
  'too_large',
  'type_refused',
  'type_differs',
  'too_many',
  'too_many_files',
  'no_draft',
  'cut_short',
]

/**
 * Files. The answer is the list of ids of uploads of this draft, written by whoever received the files and
 * never read from a post: a page may only ask for a file to be added or taken away.
 */
export const upload = defineKind({
  name: 'upload',
  type: 'array',
  keywords: {
    ...itemsKeywords,
    accept: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      items: { type: 'string', pattern: '^[a-z0-9]{1,10}$' },
    },
    maxBytes: { type: 'integer', minimum: 1, maximum: MAX_UPLOAD_BYTES },
  },
  feel: { list: 'string' },
  rule: ({ accept: _, maxBytes: __, ...authored }) => ({
    maxItems: 10,
    ...authored,
    uniqueItems: true,
    items: { type: 'string', format: 'upload_id' },
  }),
  posted: false,
  decode: () => undefined,
  read: (value, _, { files }) => [value].flat().map((id) => files?.[String(id)]?.name ?? String(id)),
  example: ({ minItems }) =>
    Array.from(
      { length: Math.max(1, Number(minItems ?? 1)) },
      (_, index): Json => `019b0000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`
    ),
  // What follows `maxItems` is said by whoever receives the files.
  errors: ['required', 'minItems', 'maxItems', ...RECEIVING],
})
