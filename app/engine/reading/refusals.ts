import { kindFor } from '#engine/elements/index'
import { type BpmnElement, is, signature } from '#engine/reading/bpmn'

/** What isn't executed, by type and event definition, with the diagnostic that says what to use instead. */
const REFUSED: readonly [pattern: RegExp, code: string][] = [
  [/^ScriptTask/, 'REFUSED_SCRIPT'],
  [/^(Task|ManualTask)/, 'REFUSED_TASK'],
  [/^BusinessRuleTask/, 'REFUSED_DECISION'],
  [/^CallActivity/, 'REFUSED_CALL'],
  [/^(Transaction|AdHocSubProcess)/, 'REFUSED_SUBPROCESS'],
  [/^InclusiveGateway/, 'REFUSED_INCLUSIVE'],
  [/^ComplexGateway/, 'REFUSED_COMPLEX'],
  [/^StartEvent:/, 'REFUSED_START'],
  [/:Multiple$/, 'REFUSED_MULTIPLE'],
  [/^(IntermediateCatchEvent|BoundaryEvent)$/, 'EVENT_UNDEFINED'],
  [/:(Compensate|Cancel)$/, 'REFUSED_COMPENSATION'],
  [/^(IntermediateThrowEvent|EndEvent)/, 'REFUSED_THROW'],
  [/^(IntermediateCatchEvent|BoundaryEvent):/, 'REFUSED_CATCH'],
  [/^Data/, 'REFUSED_DATA'],
]

/** The code of the diagnostic for an element that isn't executed; null for one that is. */
export function refusalOf(element: BpmnElement): string | null {
  if (is(element, 'bpmn:SequenceFlow')) return null
  const type = signature(element)
  if (element.get('triggeredByEvent') === true) return 'REFUSED_EVENT_SUBPROCESS'
  if (element.get('loopCharacteristics')) return 'REFUSED_LOOP'
  if (kindFor(type)) return null
  return REFUSED.find(([pattern]) => pattern.test(type))?.[1] ?? 'REFUSED_OTHER'
}
