import { kindFor } from '#engine/elements/index'
import { type BpmnElement, is, many, signature } from '#engine/reading/bpmn'

/** What isn't executed, by type and event definition, with the diagnostic that says what to use instead. */
const REFUSED: readonly [pattern: RegExp, code: string][] = [
  [/^Task/, 'REFUSED_TASK'],
  [/^Event(Transaction|AdHocSubProcess)/, 'REFUSED_SUBPROCESS'],
  [/^ComplexGateway/, 'REFUSED_COMPLEX'],
  [/^StartEvent:(?!Multiple)/, 'REFUSED_START'],
  [/:Multiple$/, 'REFUSED_MULTIPLE'],
  [/^(IntermediateCatchEvent|BoundaryEvent)$/, 'EVENT_UNDEFINED'],
  [/^(IntermediateThrowEvent|EndEvent)/, 'REFUSED_THROW'],
  [/^(IntermediateCatchEvent|BoundaryEvent):/, 'REFUSED_CATCH'],
  [/^Data/, 'REFUSED_DATA'],
]

/** The code of the diagnostic for an element that isn't executed; null for one that is. */
export function refusalOf(element: BpmnElement): string | null {
  if (is(element, 'bpmn:SequenceFlow')) return null
  if (many(element, 'eventDefinitionRef').length > 0) return 'REFUSED_SHARED_EVENT'
  const type = signature(element)
  if (kindFor(type)) return null
  return REFUSED.find(([pattern]) => pattern.test(type))?.[1] ?? 'REFUSED_OTHER'
}
