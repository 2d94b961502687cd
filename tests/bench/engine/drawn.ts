/** Processes of the bench, drawn once for both engines: what a town hall's process is made of. */

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fin="urn:finestra:bpmn:1" id="bench_definitions" targetNamespace="urn:finestra:procedures">
  <bpmn:process id="bench" isExecutable="true">`
const TAIL = `</bpmn:process></bpmn:definitions>`

const task = (id: string) => `<bpmn:userTask id="${id}" fin:form="review">
  <bpmn:extensionElements><fin:output name="decision" value="result.decision" /></bpmn:extensionElements></bpmn:userTask>`
const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition}</bpmn:sequenceFlow>`

/** What leads out of the loop, in the language of each engine; nothing in the bench ever does. */
const LEAVES =
  '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">decision = "yes"</bpmn:conditionExpression>'
const IN_JAVASCRIPT = LEAVES.replace('decision = "yes"', '${environment.output.left}')

const lane = (tasks: string[]) =>
  `<bpmn:laneSet id="lanes"><bpmn:lane id="handler" fin:role="case_handler">${tasks
    .map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`)
    .join('')}</bpmn:lane></bpmn:laneSet>`

const drawing = (tasks: string[], inside: string) => `${HEAD}${lane(tasks)}${inside}${TAIL}`

/** The same drawing as the other engine reads it. */
export const forBpmnEngine = (xml: string) => xml.replaceAll(LEAVES, IN_JAVASCRIPT)

const chain = (ids: string[]) => ids.slice(1).map((id, at) => flow(ids[at]!, id))

const gateway = (id: string, other: string) => `<bpmn:exclusiveGateway id="${id}" default="${id}_${other}" />`

/** Two people look at it in turn until it is done: three elements of five are passed again and again. */
export const SMALL = drawing(
  ['review', 'check'],
  [
    '<bpmn:startEvent id="start" />',
    task('review'),
    task('check'),
    gateway('agreed', 'review'),
    '<bpmn:endEvent id="done" />',
    ...chain(['start', 'review', 'check', 'agreed']),
    flow('agreed', 'review'),
    flow('agreed', 'done', LEAVES),
  ].join('')
)

/** Fifteen elements, as nine of ten municipal processes at the most: three looks at once, then a decision. */
export const P90 = drawing(
  ['review', 'report', 'inspect', 'hear', 'check', 'resolve', 'tell', 'file'],
  [
    '<bpmn:startEvent id="start" />',
    ...['review', 'report', 'inspect', 'hear', 'check', 'resolve', 'tell', 'file'].map(task),
    '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />',
    gateway('decision', 'tell'),
    '<bpmn:exclusiveGateway id="met" />',
    '<bpmn:endEvent id="done" /><bpmn:endEvent id="closed" />',
    ...chain([
      'start',
      'review',
      'fork',
      'report',
      'join',
      'check',
      'resolve',
      'decision',
      'tell',
      'met',
      'done',
    ]),
    ...['inspect', 'hear'].flatMap((id) => chain(['fork', id, 'join'])),
    flow('decision', 'file', LEAVES),
    flow('file', 'closed'),
  ].join('')
)

const TIMER = (id: string) =>
  `<bpmn:timerEventDefinition id="${id}"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P10D</bpmn:timeDuration></bpmn:timerEventDefinition>`

/** A part of its own with a term for each task and one for all. */
export const NESTED = drawing(
  ['review', 'check', 'late', 'over'],
  [
    '<bpmn:startEvent id="start" />',
    '<bpmn:subProcess id="part"><bpmn:startEvent id="inner_start" />',
    ...['review', 'check'].map(task),
    `<bpmn:boundaryEvent id="slow" attachedToRef="review" cancelActivity="false">${TIMER('slow_timer')}</bpmn:boundaryEvent>`,
    '<bpmn:endEvent id="noted" /><bpmn:endEvent id="inner_done" />',
    ...chain(['inner_start', 'review', 'check', 'inner_done']),
    flow('slow', 'noted'),
    '</bpmn:subProcess>',
    `<bpmn:boundaryEvent id="expired" attachedToRef="part">${TIMER('expired_timer')}</bpmn:boundaryEvent>`,
    ...['late', 'over'].map(task),
    '<bpmn:endEvent id="done" /><bpmn:endEvent id="closed" />',
    ...chain(['start', 'part', 'over', 'done']),
    ...chain(['expired', 'late', 'closed']),
  ].join('')
)

/** A task with a term: who does not act in time loses the turn. */
export const WITH_TERM = drawing(
  ['review', 'check'],
  [
    '<bpmn:startEvent id="start" />',
    ...['review', 'check'].map(task),
    `<bpmn:boundaryEvent id="expired" attachedToRef="review">${TIMER('expired_timer')}</bpmn:boundaryEvent>`,
    '<bpmn:endEvent id="done" /><bpmn:endEvent id="closed" />',
    ...chain(['start', 'review', 'done']),
    ...chain(['expired', 'check', 'closed']),
  ].join('')
)

/** So many elements: tasks in a row, and one of so many a gateway that may end it. */
export function longProcess(nodes: number, every = 3): string {
  const ids = Array.from({ length: nodes - 3 }, (_, at) => `node_${at + 1}`)
  const isGateway = (at: number) => at % every === every - 1
  const after = (at: number) => ids[at + 1] ?? 'done'
  const inside = ids.map((id, at) =>
    isGateway(at) ? gateway(id, after(at)) + flow(id, 'left', LEAVES) : task(id)
  )
  return drawing(
    ids.filter((_, at) => !isGateway(at)),
    [
      '<bpmn:startEvent id="start" /><bpmn:endEvent id="left" /><bpmn:endEvent id="done" />',
      ...inside,
      ...chain(['start', ...ids, 'done']),
    ].join('')
  )
}
