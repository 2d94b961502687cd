/**
 * Whether a form was posted by a button of the language switch: what was typed is kept, and the page shown again
 * in the language that its address asks for.
 */
export const switchesLanguage = (body: Record<string, unknown>): boolean => typeof body['_lang'] === 'string'
