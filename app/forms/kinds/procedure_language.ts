import type { Json } from '#core/json'
import { choice } from '#forms/kinds/choice'
import { OFFICIAL_LANGUAGES } from '#core/locale'
import { defineKind } from '#forms/kinds/kind'

/**
 * The official language in which somebody wants their case to be dealt with (Law 39/2015, art. 15): its acts,
 * entries, receipts and notices are written in it, whatever language the pages were read in.
 */
export const procedureLanguage = defineKind({
  ...choice,
  name: 'procedure_language',
  keywords: {
    enum: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: [...OFFICIAL_LANGUAGES] as Json[] },
    },
  },
})
