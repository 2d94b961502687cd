import { type BpmnElement, isElement, local } from '#engine/reading/bpmn'

/** What other editors write beside a drawing for themselves: none of it says what a case does. */

/** For which engine the editor checks its drawings; it stands on the definitions. */
const CHECKED_FOR = 'http://camunda.org/schema/modeler/1.0'
const SIGNAVIO = 'http://www.signavio.com'
const NOTES = ['signavioMetaData', 'signavioDiagramMetaData', 'signavioLabel']
const BIZAGI = 'http://www.bizagi.com/bpmn20'
// its other properties tell how its own engine carries the process out
const COLOURS = ['bgColor', 'textColor', 'borderColor', 'isMainParticipant']

/** Whether an attribute of the definitions only explains the drawing. */
export const isInformativeAttribute = (element: BpmnElement, name: string): boolean =>
  element.$type === 'bpmn:Definitions' && declaredBy(element, prefixOf(name)) === CHECKED_FOR

/** Whether an extension of another program only explains the drawing. */
export function isInformative(extension: BpmnElement, definitions: BpmnElement): boolean {
  const { $type: type } = extension
  const prefix = prefixOf(type)
  const namespace = declaredBy(extension, prefix) ?? declaredBy(definitions, prefix)
  if (namespace === SIGNAVIO) return NOTES.includes(local(type))
  return namespace === BIZAGI && local(type) === 'BizagiExtensions' && onlyColours(extension)
}

const onlyColours = (extension: BpmnElement): boolean =>
  childrenOf(extension).every(
    (child) =>
      local(child.$type) === 'BizagiProperties' &&
      childrenOf(child).every(
        ({ $type, name = '' }) => local($type) === 'BizagiProperty' && COLOURS.includes(name)
      )
  )

// what no descriptor names is read without one
type Generic = BpmnElement & { $children?: unknown; [attribute: string]: unknown }

function childrenOf(element: BpmnElement): BpmnElement[] {
  const { $children: inside } = element as Generic
  return Array.isArray(inside) ? inside.filter(isElement) : []
}

export const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))

const declaredBy = (element: BpmnElement, prefix: string): unknown =>
  element.$attrs?.[`xmlns:${prefix}`] ?? (element as Generic)[`xmlns:${prefix}`]
