import type { Schema } from '#forms/types'

/** A field's name: FEEL can say it, and it is no member of every object. */
const NAME = /^[a-z][A-Za-z0-9_]{0,63}$/
export const isFieldName = (name: string): boolean => NAME.test(name) && !(name in Object.prototype)

/** The id of a page, a rule or an anchor: it names texts and stays when names change. */
export const id: Schema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$' }

/** A FEEL expression; its own compiler says what is wrong with it. */
export const feel: Schema = { type: 'string', minLength: 1, maxLength: 2000 }
