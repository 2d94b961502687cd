import { type BpmnElement, text } from '#engine/reading/bpmn'

/** By its name, or by its address in any version. */
const FEEL = /(?:^|\/)feel\/?$/i

/** The attribute that says an expression is in another language: its own, or the file's for all that have none; else null. */
export function foreignLanguage(expression: BpmnElement): string | null {
  const own = text(expression, 'language')
  if (own) return FEEL.test(own) ? null : 'language'
  let file = expression
  while (file.$parent) file = file.$parent
  // what is only usual, nobody has said
  const said = Object.hasOwn(file, 'expressionLanguage') ? text(file, 'expressionLanguage') : null
  return said && !FEEL.test(said) ? 'expressionLanguage' : null
}
