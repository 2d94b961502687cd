import { defineKind } from '#forms/kinds/kind'

/** A question answered yes or no, with neither chosen beforehand. */
export const yesNo = defineKind({
  name: 'yes_no',
  type: 'boolean',
  feel: 'boolean',
  rule: (authored) => authored,
  decode: (posted) => (posted === 'yes' ? true : posted === 'no' ? false : undefined),
  read: (value, _, { t }) => [t(value === true ? 'forms.words.yes' : 'forms.words.no')],
  example: () => true,
  errors: ['required'],
})
