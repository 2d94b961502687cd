import { kindFor } from '#engine/elements/index'
import { type BpmnElement, is, signature } from '#engine/reading/bpmn'

interface Standing {
  /** What is executed, or tells how. */
  reads: ReadonlySet<string>
  /** What only explains the drawing to people: it changes nothing. */
  shows: ReadonlySet<string>
}

const words = (text: string): string[] => text.split(' ').filter(Boolean)

/**
 * What becomes of what BPMN lets a file say, by the type that says it: all that is in neither column is refused by name,
 * and so is every type that isn't here. What the single steps read stands in their own files.
 */
const STANDING: readonly [type: string, reads: string, shows: string][] = [
  ['bpmn:BaseElement', 'id extensionElements', 'documentation'],
  ['bpmn:ExtensionElements', 'values', ''],
  ['bpmn:Documentation', '', 'text textFormat'],
  [
    'bpmn:Definitions',
    'rootElements expressionLanguage',
    'name targetNamespace exporter exporterVersion diagrams',
  ],

  // the other pools of a drawing, and what is exchanged with them
  ['bpmn:Collaboration', '', 'name isClosed participants messageFlows artifacts'],
  ['bpmn:Participant', '', 'name processRef participantMultiplicity'],
  ['bpmn:ParticipantMultiplicity', '', 'minimum maximum'],
  ['bpmn:MessageFlow', '', 'name sourceRef targetRef messageRef'],

  [
    'bpmn:Process',
    'name isExecutable laneSets flowElements artifacts',
    'processType isClosed definitionalCollaborationRef',
  ],
  ['bpmn:LaneSet', 'lanes', 'name'],
  ['bpmn:Lane', 'name role flowNodeRef childLaneSet', ''],
  ['bpmn:FlowElement', 'name', 'categoryValueRef'],
  // the flows say themselves what they join, and the lanes what stands in them
  ['bpmn:FlowNode', 'phase code', 'incoming outgoing lanes'],
  ['bpmn:Activity', 'loopCharacteristics isForCompensation', ''],
  ['bpmn:CatchEvent', 'eventDefinitions eventDefinitionRef', ''],
  ['bpmn:ThrowEvent', 'eventDefinitions eventDefinitionRef', ''],
  ['bpmn:Gateway', '', 'gatewayDirection'],
  ['bpmn:SequenceFlow', 'sourceRef targetRef conditionExpression', ''],
  ['bpmn:Expression', 'body', ''],
  ['bpmn:FormalExpression', 'language', ''],

  ['bpmn:MultiInstanceLoopCharacteristics', 'isSequential completionCondition loopCardinality', ''],
  ['bpmn:MultiInstanceLoopCharacteristics', 'collection item itemType collect each', ''],
  ['bpmn:StandardLoopCharacteristics', 'testBefore loopMaximum loopCondition', ''],

  ['bpmn:TimerEventDefinition', 'timeDate timeDuration timeCycle suspends unhurried', ''],
  ['bpmn:MessageEventDefinition', 'messageRef', ''],
  ['bpmn:SignalEventDefinition', 'signalRef', ''],
  ['bpmn:ErrorEventDefinition', 'errorRef', ''],
  ['bpmn:EscalationEventDefinition', 'escalationRef', ''],
  ['bpmn:ConditionalEventDefinition', 'condition', ''],
  ['bpmn:CompensateEventDefinition', 'activityRef', ''],
  ['bpmn:LinkEventDefinition', 'name', ''],
  ['bpmn:CancelEventDefinition', '', ''],
  ['bpmn:TerminateEventDefinition', '', ''],
  ['bpmn:Message', 'name', ''],
  ['bpmn:Signal', 'name', ''],
  ['bpmn:Error', 'errorCode', 'name'],
  ['bpmn:Escalation', 'escalationCode', 'name'],

  // a dotted line from a compensation event says what undoes; any other is a note
  ['bpmn:Association', 'sourceRef targetRef', 'associationDirection'],
  ['bpmn:TextAnnotation', '', 'text textFormat'],
  ['bpmn:Group', '', 'categoryValueRef'],
  ['bpmn:Category', '', 'name categoryValue'],
  ['bpmn:CategoryValue', '', 'value'],

  ['fin:Input', 'name value', ''],
  ['fin:Output', 'name value type', ''],
]

// what they hold beside these stands for themselves: a type that is only ever the kind of others is none of its own
const ABSTRACT = words(
  'bpmn:BaseElement bpmn:FlowElement bpmn:FlowNode bpmn:Activity bpmn:CatchEvent bpmn:ThrowEvent bpmn:Gateway'
)

/** What becomes of the properties of an element; null where nothing of its type is looked at. */
export function standingOf(element: BpmnElement): Standing | null {
  const rows = STANDING.filter(([type]) => is(element, type))
  const kind = is(element, 'bpmn:FlowNode') ? kindFor(signature(element)) : undefined
  if (!kind && rows.every(([type]) => ABSTRACT.includes(type))) return null
  return {
    reads: new Set([...rows.flatMap(([, reads]) => words(reads)), ...(kind?.reads ?? [])]),
    shows: new Set(rows.flatMap(([, , shows]) => words(shows))),
  }
}
