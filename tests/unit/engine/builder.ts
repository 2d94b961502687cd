/** Draws BPMN for specs: flows as lines of text, elements by id. See `elements/user_task.spec.ts`. */

type Draw = (id: string, defaultFlow?: string) => string

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const attributes = (given: Record<string, string | undefined>) =>
  Object.entries(given)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`))
    .join('')

/** Any element: its tag, its attributes (`fin:` ones too), what is inside it. */
export const element =
  (tag: string, given: Record<string, string | undefined> = {}, inside = ''): Draw =>
  (id, defaultFlow) =>
    `<bpmn:${tag}${attributes({ id, default: defaultFlow, ...given })}>${inside}</bpmn:${tag}>`

export const mapped = (inputs: Record<string, string>, outputs: Record<string, string> = {}) => {
  const tags = (tag: string, values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => {
      const [source, type] = value.split(' :: ')
      return `<fin:${tag}${attributes({ name, value: source, type })}/>`
    })
  return `<bpmn:extensionElements>${[...tags('input', inputs), ...tags('output', outputs)].join('')}</bpmn:extensionElements>`
}

interface Mapped {
  in?: Record<string, string>
  out?: Record<string, string>
  [attribute: string]: string | Record<string, string> | undefined
}

const withMappings = (tag: string, { in: inputs = {}, out: outputs = {}, ...rest }: Mapped) =>
  element(tag, rest as Record<string, string>, mapped(inputs, outputs))

export const start = (given: Record<string, string> = {}) => element('startEvent', given)
export const end = (outcome?: string, given: Record<string, string> = {}) =>
  element('endEvent', { 'fin:outcome': outcome, ...given })
export const terminate = (outcome?: string) =>
  element('endEvent', { 'fin:outcome': outcome }, '<bpmn:terminateEventDefinition/>')
export const errorEnd = (code: string, given: Record<string, string> = {}) =>
  element('endEvent', given, `<bpmn:errorEventDefinition errorRef="error_${code}"/>`)
export const user = (form: string, given: Mapped = {}) =>
  withMappings('userTask', { 'fin:form': form, ...given })
export const service = (activity: string, given: Mapped = {}) =>
  withMappings('serviceTask', { 'fin:activity': activity, ...given })
export const send = (activity: string, given: Mapped = {}) =>
  withMappings('sendTask', { 'fin:activity': activity, ...given })
export const rules = (decision: string | undefined, given: Mapped = {}) =>
  withMappings('businessRuleTask', { 'fin:decision': decision, ...given })
export const exclusive = () => element('exclusiveGateway')
export const parallel = () => element('parallelGateway')
export const race = () => element('eventBasedGateway')
export const receive = (message: string, given: Mapped = {}) =>
  withMappings('receiveTask', { messageRef: `message_${message}`, ...given })

export const timer = (text: string, tag = 'timeDuration') =>
  `<bpmn:timerEventDefinition><bpmn:${tag}>${escape(text)}</bpmn:${tag}></bpmn:timerEventDefinition>`
export const message = (name: string) => `<bpmn:messageEventDefinition messageRef="message_${name}"/>`
export const error = (code?: string) =>
  `<bpmn:errorEventDefinition${attributes({ errorRef: code && `error_${code}` })}/>`

/** An intermediate event that waits, by its definition. */
export const waitFor = (definition: string, { in: inputs = {}, out = {}, ...given }: Mapped = {}) =>
  element('intermediateCatchEvent', given as Record<string, string>, mapped(inputs, out) + definition)

/** An event on the border of `host`; `cancelActivity: 'false'` makes it not interrupting. */
export const on = (host: string, definition: string, { in: inputs = {}, out = {}, ...given }: Mapped = {}) =>
  element(
    'boundaryEvent',
    { attachedToRef: host, ...(given as Record<string, string>) },
    mapped(inputs, out) + definition
  )

/** A start event that waits for something; `isInterrupting: 'false'` lets what runs go on. */
export const startBy = (definition: string, { in: inputs = {}, out = {}, ...given }: Mapped = {}) =>
  element('startEvent', given as Record<string, string>, mapped(inputs, out) + definition)
export const throwing = (definition: string, { in: inputs = {}, out = {}, ...given }: Mapped = {}) =>
  element('intermediateThrowEvent', given as Record<string, string>, mapped(inputs, out) + definition)
export const ending = (definition: string, { in: inputs = {}, out = {}, ...given }: Mapped = {}) =>
  element('endEvent', given as Record<string, string>, mapped(inputs, out) + definition)
export const milestone = (given: Record<string, string> = {}) => element('intermediateThrowEvent', given)
export const manual = () => element('manualTask')
export const inclusive = () => element('inclusiveGateway')
export const work = (out: Record<string, string>) => withMappings('scriptTask', { out })
export const call = (slug: string, given: Mapped = {}) =>
  withMappings('callActivity', { calledElement: slug, ...given })

export const signal = (name: string) => `<bpmn:signalEventDefinition signalRef="signal_${name}"/>`
export const escalation = (code?: string) =>
  `<bpmn:escalationEventDefinition${attributes({ escalationRef: code && `escalation_${code}` })}/>`
export const condition = (text: string) =>
  `<bpmn:conditionalEventDefinition><bpmn:condition>${escape(text)}</bpmn:condition></bpmn:conditionalEventDefinition>`
export const link = (name: string) => `<bpmn:linkEventDefinition name="${name}"/>`
export const compensation = (activity?: string) =>
  `<bpmn:compensateEventDefinition${attributes({ activityRef: activity })}/>`
export const cancel = () => '<bpmn:cancelEventDefinition/>'
/** The dotted line from a compensation event to its handler. */
export const tie =
  (from: string, to: string): Draw =>
  (id) =>
    `<bpmn:association${attributes({ id, sourceRef: from, targetRef: to })}/>`

const inside =
  (draw: Draw, more: string): Draw =>
  (id, otherwise) =>
    draw(id, otherwise).replace(/<\/bpmn:\w+>$/, (close) => more + close)

/** An activity for each item of a collection. */
export const many = (draw: Draw, given: Record<string, string>, until?: string): Draw =>
  inside(
    draw,
    `<bpmn:multiInstanceLoopCharacteristics${attributes(given)}>${
      until ? `<bpmn:completionCondition>${escape(until)}</bpmn:completionCondition>` : ''
    }</bpmn:multiInstanceLoopCharacteristics>`
  )
/** An activity again and again, while a condition holds. */
export const again = (draw: Draw, whileHolds: string, given: Record<string, string> = {}): Draw =>
  inside(
    draw,
    `<bpmn:standardLoopCharacteristics${attributes(given)}>${
      whileHolds ? `<bpmn:loopCondition>${escape(whileHolds)}</bpmn:loopCondition>` : ''
    }</bpmn:standardLoopCharacteristics>`
  )

const part =
  (tag: string, given: Record<string, string> = {}, more = '') =>
  (flows: string, elements: Record<string, Draw>): Draw =>
  (id) =>
    `<bpmn:${tag}${attributes({ id, ...given })}>${body(flows, elements)}${more}</bpmn:${tag}>`

export const eventSub = part('subProcess', { triggeredByEvent: 'true' })
export const transaction = part('transaction')
export const adHoc = (given: Record<string, string> = {}, until?: string) =>
  part(
    'adHocSubProcess',
    given,
    until ? `<bpmn:completionCondition>${escape(until)}</bpmn:completionCondition>` : ''
  )

export const sub =
  (flows: string, elements: Record<string, Draw>): Draw =>
  (id) =>
    `<bpmn:subProcess id="${id}">${body(flows, elements)}</bpmn:subProcess>`

/** Lines like `start -> review -> decide`, `decide -> yes : x = 1`, `decide -> no : default`: the first flow's. */
function body(flows: string, elements: Record<string, Draw>): string {
  const drawn: string[] = []
  const defaults: Record<string, string> = {}
  for (const line of flows.split('\n')) {
    const [way = '', condition] = line.split(' : ').map((part) => part.trim())
    const ids = way.split('->').map((id) => id.trim())
    for (const [index, target] of ids.entries()) {
      const source = ids[index - 1]
      if (!source || !target) continue
      const id = `${source}_to_${target}`
      if (condition === 'default' && index === 1) defaults[source] = id
      const inside =
        condition && condition !== 'default' && index === 1
          ? `<bpmn:conditionExpression>${escape(condition)}</bpmn:conditionExpression>`
          : ''
      drawn.push(element('sequenceFlow', { sourceRef: source, targetRef: target }, inside)(id))
    }
  }
  const nodes = Object.entries(elements).map(([id, draw]) => draw(id, defaults[id]))
  return [...nodes, ...drawn].join('\n')
}

const idsIn = (xml: string) =>
  [...xml.matchAll(/<bpmn:(\w+) id="(\w+)"/g)]
    .filter(([, tag]) => tag !== 'sequenceFlow' && tag !== 'association')
    .map(([, , id]) => id)

/** A whole file with one process; every element stands in the lane of `role`, or of the role `lanes` gives it. */
export function draw(
  flows: string,
  elements: Record<string, Draw>,
  { role = 'case_handler', lanes = {} }: { role?: string; lanes?: Record<string, string> } = {}
): string {
  const inside = body(flows, elements)
  const roles = [...new Set([role, ...Object.values(lanes)])]
  const laneOf = (id: string) => lanes[id] ?? role
  const drawnLanes = roles.map((each) => {
    const refs = idsIn(inside).filter((id) => laneOf(id as string) === each)
    const inner = refs.map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`).join('')
    return element('lane', { 'fin:role': each }, inner)(`lane_${each}`)
  })
  return definitions(
    element(
      'process',
      { isExecutable: 'true' },
      element('laneSet', {}, drawnLanes.join(''))('lanes') + inside
    )('process'),
    inside
  )
}

/** Wraps a process, and declares the messages and errors that it refers to. */
export function definitions(process: string, references = process): string {
  const named = (tag: string, attribute: string) =>
    [
      ...new Set(
        [...references.matchAll(new RegExp(`${tag}Ref="${tag}_(\\w+)"`, 'g'))].map(
          ([, name]) => name as string
        )
      ),
    ].map((name) => element(tag, { [attribute]: name })(`${tag}_${name}`))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fin="urn:finestra:bpmn:1" id="definitions">',
    ...named('message', 'name'),
    ...named('error', 'errorCode'),
    ...named('signal', 'name'),
    ...named('escalation', 'escalationCode'),
    process,
    '</bpmn:definitions>',
  ].join('\n')
}
