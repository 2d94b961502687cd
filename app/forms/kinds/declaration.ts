import { defineKind } from '#forms/kinds/kind'

/** A statement one ticks to make it one's own. It is never ticked beforehand. */
export const declaration = defineKind({
  name: 'declaration',
  type: 'boolean',
  keywords: { const: { const: true } },
  needs: ['const'],
  feel: 'boolean',
  rule: (authored) => authored,
  decode: (posted) => (posted === 'yes' ? true : undefined),
  read: (_, __, { t }) => [t('forms.words.declared')],
  example: () => true,
  errors: ['required'],
  explain: () => 'required',
})
