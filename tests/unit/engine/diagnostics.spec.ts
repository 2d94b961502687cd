import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { compileDecisions } from '#decisions/index'
import { type Known, compileProcess } from '#engine/index'
import {
  adHoc,
  again,
  call,
  compensation,
  definitions,
  draw,
  element,
  end,
  ending,
  error,
  errorEnd,
  escalation,
  eventSub,
  exclusive,
  inclusive,
  link,
  manual,
  many,
  mapped,
  message,
  on,
  parallel,
  race,
  rules,
  service,
  start,
  startBy,
  sub,
  throwing,
  tie,
  timer,
  transaction,
  user,
  waitFor,
} from './builder.ts'

type Drawing = Parameters<typeof draw>
interface Wrong {
  says: string
  /** The diagnostics' codes with their elements: `CODE element`. */
  gives: string[]
  xml: string
  known?: Known
}

/** A process of one element between start and end. */
const around = (middle: Drawing[1][string], more: Drawing[1] = {}, flows = '', options?: Drawing[2]) =>
  draw(`start -> it -> end\n${flows}`, { start: start(), it: middle, end: end(), ...more }, options)
const plain = around(exclusive())
const refused = (tag: string, inside = '', given = {}) => around(element(tag, given, inside))
/** What is defined beside the process. */
const beside = (more: string) => plain.replace('</bpmn:definitions>', `${more}</bpmn:definitions>`)
const caught = (definition: string) => around(waitFor(`<bpmn:${definition}/>`))

const RATES = unwrap(
  compileDecisions({
    file: 'decisions/rates.json',
    model: {
      name: 'rates',
      inputs: [{ id: 'zone', name: 'zone', type: 'string' }],
      decisions: [{ id: 'rate', name: 'rate', requires: ['zone'], logic: { literal: 'zone' } }],
    },
  })
)
const decided = (inputs: Record<string, string>, outputs: Record<string, string>, decision?: string) => ({
  xml: around(rules(decision, { in: inputs, out: outputs })),
  known: { decisions: { rate: RATES } },
})

const WRONG: Wrong[] = [
  {
    says: 'a business rule task that decides nothing',
    gives: ['DECISION_MISSING it'],
    ...decided({}, { rate: 'result' }),
  },
  {
    says: 'a decision that nobody wrote',
    gives: ['DECISION_UNKNOWN it'],
    ...decided({}, { rate: 'result' }, 'fee'),
  },
  {
    says: 'a decision without one of its inputs',
    gives: ['DECISION_INPUT_MISSING it'],
    ...decided({}, { rate: 'result' }, 'rate'),
  },
  {
    says: 'a decision with an input that it has not',
    gives: ['DECISION_INPUT_UNKNOWN it'],
    ...decided({ zone: '"A"', area: '1' }, { rate: 'result' }, 'rate'),
  },
  {
    says: 'a decision of which nothing is kept',
    gives: ['DECISION_OUTPUT_MISSING it'],
    ...decided({ zone: '"A"' }, {}, 'rate'),
  },
  { says: 'a document type', gives: ['XML_UNFOLDING'], xml: `<!DOCTYPE x>${plain}` },
  {
    says: 'an entity, in whatever letters',
    gives: ['XML_UNFOLDING'],
    xml: plain.replace('<bpmn:process', '<!eNtItY a "b"><bpmn:process'),
  },
  {
    says: 'another declaration',
    gives: ['XML_UNFOLDING'],
    xml: plain.replace('<bpmn:process', '<!ELEMENT a ANY><bpmn:process'),
  },
  {
    says: 'a name that stands for nothing',
    gives: ['XML_ENTITY'],
    xml: plain.replace('<bpmn:flowNodeRef>', '&euro;$&'),
  },
  {
    says: 'a sign that stands for nothing',
    gives: ['XML_ENTITY'],
    xml: around(element('exclusiveGateway', { name: 'x' })).replace('name="x"', 'name="this & that"'),
  },
  {
    says: 'a sign that no text can have',
    gives: ['XML_ENTITY'],
    xml: around(element('exclusiveGateway', { name: 'x' })).replace('name="x"', 'name="&#x0;"'),
  },
  {
    says: 'a yes that is none',
    gives: ['ATTRIBUTE_VALUE late'],
    xml: around(user('a'), { late: on('it', timer('1 day'), { cancelActivity: '1' }) }, 'late -> end'),
  },
  {
    says: 'an order that there is not',
    gives: ['ATTRIBUTE_VALUE it'],
    xml: around(adHoc({ ordering: 'sequential' })('', { a: user('a') })),
  },
  {
    says: 'text where nothing reads it',
    gives: ['XML_UNREADABLE it'],
    xml: around(element('exclusiveGateway', {}, 'as the mayor says')),
  },
  { says: 'too many bytes', gives: ['XML_TOO_LARGE'], xml: plain + ' '.repeat(1_000_000) },
  {
    says: 'too many bytes, when letters take two',
    gives: ['XML_TOO_LARGE'],
    xml: `${plain}<!--${'ñ'.repeat(500_000)}-->`,
  },
  { says: 'no XML', gives: ['XML_UNREADABLE'], xml: 'a drawing' },
  { says: 'XML that stops', gives: ['XML_UNREADABLE'], xml: plain.slice(0, -40) },
  { says: 'XML of something else', gives: ['XML_UNREADABLE'], xml: '<html></html>' },
  {
    says: 'an error that two events of a task wait for',
    gives: ['LISTENER_TWICE other'],
    xml: around(
      user('a'),
      { late: on('it', error('E')), other: on('it', error('E')) },
      'late -> end\nother -> end'
    ),
  },
  {
    says: 'a cancellation that nothing asks for',
    gives: ['CANCEL_NEVER late'],
    xml: around(
      transaction('s -> e', { s: start(), e: end() }),
      { late: on('it', '<bpmn:cancelEventDefinition/>') },
      'late -> end'
    ),
  },
  {
    says: 'a step that is undone in another part',
    gives: ['HANDLER_ELSEWHERE undo'],
    xml: around(
      user('a'),
      {
        border: on('it', compensation()),
        line: tie('border', 'undo'),
        part: sub('s -> e', {
          s: start(),
          e: end(),
          undo: element('manualTask', { isForCompensation: 'true' }),
        }),
      },
      'it -> part -> end'
    ),
  },
  {
    says: 'inclusive gateways that wait for each other',
    gives: ['JOINS_BLOCK one', 'JOINS_BLOCK two'],
    xml: draw(
      `start -> fork -> one -> x
       fork -> two -> y
       x -> two : p
       x -> end : default
       y -> one : q
       y -> end : default`,
      {
        ...{ start: start(), fork: parallel(), one: inclusive(), two: inclusive() },
        ...{ x: exclusive(), y: exclusive(), end: end() },
      }
    ),
  },
  {
    says: 'more elements than anybody draws',
    gives: ['XML_TOO_MANY_TAGS'],
    xml: plain.replace('</bpmn:process>', `${'<a/>'.repeat(90_000)}</bpmn:process>`),
  },
  {
    says: 'parts within parts without end',
    gives: ['XML_TOO_DEEP'],
    xml: plain.replace('</bpmn:process>', `${'<a>'.repeat(1_100)}${'</a>'.repeat(1_100)}</bpmn:process>`),
  },
  {
    says: 'an event that is defined elsewhere',
    gives: ['REFUSED_SHARED_EVENT it', 'REFUSED_DEFINITION definition'],
    xml: around(
      element('intermediateCatchEvent', {}, '<bpmn:eventDefinitionRef>definition</bpmn:eventDefinitionRef>')
    ).replace('<bpmn:process', '<bpmn:timerEventDefinition id="definition"/><bpmn:process'),
  },
  {
    says: 'an id twice',
    gives: ['ID_DUPLICATE it'],
    xml: around(exclusive(), { start2: () => element('userTask')('it') }),
  },
  {
    says: 'an id that every object has',
    gives: ['ID_UNSAFE constructor'],
    xml: draw('start -> end', {
      start: start(),
      constructor: () => element('userTask')('constructor'),
      end: end(),
    }),
  },
  {
    says: 'an id with other signs',
    gives: ['ID_UNSAFE it.s'],
    xml: draw('start -> end', { start: start(), it: () => element('userTask')('it.s'), end: end() }),
  },
  {
    says: 'no id',
    gives: ['ID_MISSING process'],
    xml: draw('start -> end', { start: start(), it: () => '<bpmn:userTask/>', end: end() }),
  },
  {
    says: 'an element that BPMN does not have',
    gives: ['ELEMENT_UNKNOWN it', 'REFERENCE_UNRESOLVED lane_case_handler'],
    xml: draw('start -> end', { start: start(), it: element('coffeeTask'), end: end() }),
  },
  {
    says: 'an attribute that BPMN does not have',
    gives: ['ATTRIBUTE_UNKNOWN it'],
    xml: around(element('exclusiveGateway', { colour: 'red' })),
  },
  {
    says: 'an attribute of ours on the wrong element',
    gives: ['ATTRIBUTE_UNKNOWN it'],
    xml: around(element('exclusiveGateway', { 'fin:form': 'a' })),
  },
  {
    says: 'an attribute of another engine',
    gives: ['ATTRIBUTE_UNKNOWN it'],
    xml: around(user('a', { 'other:assignee': 'me' })).replace(
      'xmlns:fin',
      'xmlns:other="urn:other" xmlns:fin'
    ),
  },
  {
    says: 'an extension of another engine',
    gives: ['EXTENSION_UNKNOWN it'],
    xml: around(
      element('exclusiveGateway', {}, '<bpmn:extensionElements><other:script/></bpmn:extensionElements>')
    ).replace('xmlns:fin', 'xmlns:other="urn:other" xmlns:fin'),
  },
  {
    says: 'a reference to nothing',
    gives: ['REFERENCE_UNRESOLVED it', 'MESSAGE_MISSING it'],
    xml: around(waitFor('<bpmn:messageEventDefinition messageRef="nobody"/>')),
  },
  {
    says: 'more elements than are allowed',
    gives: ['TOO_MANY_ELEMENTS process'],
    xml: draw(['start', ...Array.from({ length: 1000 }, (_, n) => `g${n}`), 'end'].join(' -> '), {
      start: start(),
      ...Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`g${n}`, exclusive()])),
      end: end(),
    }),
  },
  { says: 'no process', gives: ['PROCESS_MISSING definitions'], xml: definitions('') },
  {
    says: 'two processes to execute',
    gives: ['PROCESS_AMBIGUOUS definitions'],
    xml: definitions('<bpmn:process id="a" isExecutable="true"/><bpmn:process id="b" isExecutable="true"/>'),
  },

  {
    says: 'a script',
    gives: ['REFUSED_SCRIPT it'],
    xml: refused('scriptTask', '<bpmn:script>process.exit()</bpmn:script>'),
  },
  { says: 'a task of no kind', gives: ['REFUSED_TASK it'], xml: refused('task') },
  { says: 'a complex gateway', gives: ['REFUSED_COMPLEX it'], xml: refused('complexGateway') },
  {
    says: 'an event for several things',
    gives: ['REFUSED_MULTIPLE it'],
    xml: around(waitFor(message('x') + timer('1 day'))),
  },
  {
    says: 'a transaction that an event begins',
    gives: ['REFUSED_SUBPROCESS it'],
    xml: draw('start -> end', {
      start: start(),
      it: element('transaction', { triggeredByEvent: 'true' }),
      end: end(),
    }),
  },
  {
    says: 'a start by a compensation',
    gives: ['REFUSED_START start'],
    xml: draw('start -> end', {
      start: element('startEvent', {}, '<bpmn:compensateEventDefinition/>'),
      end: end(),
    }),
  },
  {
    says: 'an end that throws a time',
    gives: ['REFUSED_THROW end'],
    xml: draw('start -> end', { start: start(), end: element('endEvent', {}, timer('1 day')) }),
  },
  {
    says: 'an error to wait for in the flow',
    gives: ['REFUSED_CATCH it'],
    xml: caught('errorEventDefinition'),
  },
  { says: 'an event for nothing', gives: ['EVENT_UNDEFINED it'], xml: refused('intermediateCatchEvent') },
  {
    says: 'a data object',
    gives: ['REFUSED_DATA it'],
    xml: draw('start -> end', { start: start(), it: element('dataObject'), end: end() }),
  },
  {
    says: 'a data store',
    gives: ['REFUSED_DATA store'],
    xml: beside('<bpmn:dataStore id="store" name="Register"/>'),
  },
  {
    says: 'a place of a data store',
    gives: ['REFUSED_DATA it'],
    xml: draw('start -> end', { start: start(), it: element('dataStoreReference'), end: end() }),
  },
  {
    says: 'a task outside the process',
    gives: ['REFUSED_GLOBAL task'],
    xml: beside('<bpmn:globalUserTask id="task"/>'),
  },
  {
    says: 'a choreography',
    gives: ['REFUSED_CHOREOGRAPHY dance'],
    xml: beside('<bpmn:choreography id="dance"><bpmn:startEvent id="s"/></bpmn:choreography>'),
  },
  {
    says: 'a conversation',
    gives: ['REFUSED_CHOREOGRAPHY talk'],
    xml: beside('<bpmn:collaboration id="c"><bpmn:conversation id="talk"/></bpmn:collaboration>'),
  },
  {
    says: 'another file',
    gives: ['REFUSED_IMPORT definitions'],
    xml: plain.replace('id="definitions">', '$&<bpmn:import importType="x" location="y" namespace="z"/>'),
  },
  {
    says: 'a definition that nothing follows',
    gives: ['REFUSED_DEFINITION office'],
    xml: beside('<bpmn:interface id="office" name="Office"/>'),
  },
  {
    says: 'an event defined for all',
    gives: ['REFUSED_DEFINITION shared'],
    xml: beside('<bpmn:timerEventDefinition id="shared"/>'),
  },
  {
    says: 'an extension of another engine in a lane',
    gives: ['EXTENSION_UNKNOWN lane_case_handler'],
    xml: plain
      .replace('<bpmn:flowNodeRef>', '<bpmn:extensionElements><other:who/></bpmn:extensionElements>$&')
      .replace('xmlns:fin', 'xmlns:other="urn:other" xmlns:fin'),
  },
  {
    says: 'an input of a lane',
    gives: ['EXTENSION_UNKNOWN lane_case_handler'],
    xml: plain.replace('<bpmn:flowNodeRef>', `${mapped({ x: '1' })}$&`),
  },
  {
    says: 'a race in which all have to come',
    gives: ['REFUSED_PROPERTY it'],
    xml: draw('start -> it -> wait -> end', {
      start: start(),
      it: element('eventBasedGateway', { eventGatewayType: 'Parallel' }),
      wait: waitFor(timer('1 day')),
      end: end(),
    }),
  },
  {
    says: 'a transaction of another method',
    gives: ['REFUSED_PROPERTY it'],
    xml: around(transaction('s -> e', { s: start(), e: end() })).replace(
      '<bpmn:transaction',
      '$& method="##Store"'
    ),
  },
  {
    says: 'a beginning of a case that leaves alone what runs',
    gives: ['REFUSED_PROPERTY start'],
    xml: draw('start -> end', { start: startBy(message('x'), { isInterrupting: 'false' }), end: end() }),
  },
  {
    says: 'a compensation event for something else than it sits on',
    gives: ['REFUSED_PROPERTY undo'],
    xml: around(user('a'), {
      undo: on('it', compensation('it')),
      back: service('b', { isForCompensation: 'true' }),
      line: tie('undo', 'back'),
    }),
  },
  {
    says: 'a task in two lanes',
    gives: ['LANE_TWICE it'],
    xml: around(user('a')).replace(
      '</bpmn:laneSet>',
      '<bpmn:lane id="second" fin:role="resolver"><bpmn:flowNodeRef>it</bpmn:flowNodeRef></bpmn:lane>$&'
    ),
  },
  {
    says: 'a timer that says two times',
    gives: ['TIMER_SEVERAL it'],
    xml: around(
      waitFor(
        timer('1 day').replace(
          '</bpmn:timerEvent',
          '<bpmn:timeDate>2026-12-31</bpmn:timeDate></bpmn:timerEvent'
        )
      )
    ),
  },
  {
    says: 'a repetition for a list and a number of times',
    gives: ['LOOP_TWO_COLLECTIONS it'],
    xml: around(many(user('a'), { 'fin:collection': '[1]' })).replace(
      '</bpmn:multiInstance',
      '<bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstance'
    ),
  },
  {
    says: 'a type of an item that has no name',
    gives: ['REFUSED_PROPERTY it'],
    xml: around(many(user('a'), { 'fin:collection': '[1]', 'fin:itemType': 'number' })),
  },
  {
    says: 'an output of what gives nothing',
    gives: ['MAPPING_UNREAD it'],
    xml: around(element('exclusiveGateway', {}, mapped({}, { x: '1' }))),
  },
  {
    says: 'an input of what only waits',
    gives: ['MAPPING_UNREAD it'],
    xml: around(waitFor(message('x'), { in: { x: '1' } })),
  },
  {
    says: 'an end in an ad-hoc part',
    gives: ['END_IN_AD_HOC e'],
    xml: around(adHoc()('a -> e', { a: user('a'), e: end() })),
  },
  {
    says: 'a property that has no effect',
    gives: ['REFUSED_PROPERTY it'],
    xml: around(user('a', { startQuantity: '2' })),
  },
  {
    says: 'a default on a task',
    gives: ['REFUSED_PROPERTY it'],
    xml: around(element('userTask', { 'fin:form': 'a', default: 'it_to_end' })),
  },

  {
    says: 'a condition in another language',
    gives: ['REFUSED_PROPERTY it_to_end'],
    xml: draw('start -> it\nit -> end : x = 1\nit -> other : default', {
      start: start(),
      it: exclusive(),
      end: end(),
      other: end(),
    }).replace(
      '<bpmn:conditionExpression>',
      '<bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression" language="javascript">'
    ),
  },
  {
    says: 'a flow from nowhere',
    gives: ['FLOW_WITHOUT_SOURCE it_to_end'],
    xml: plain.replace('sourceRef="it"', 'sourceRef="nobody"'),
  },
  {
    says: 'a flow to nowhere',
    gives: ['FLOW_WITHOUT_TARGET it_to_end'],
    xml: plain.replace(' targetRef="end"', ''),
  },
  {
    says: 'a flow to something that is no step',
    gives: ['FLOW_BETWEEN_OTHERS it_to_end'],
    xml: plain.replace('targetRef="end"', 'targetRef="lanes"'),
  },
  {
    says: 'a flow into a subprocess',
    gives: ['FLOW_CROSSES start_to_in'],
    xml: around(sub('s -> in -> e', { s: start(), in: exclusive(), e: end() }), {}, 'start -> in'),
  },
  {
    says: 'a condition after a task',
    gives: ['CONDITION_ELSEWHERE it_to_other'],
    xml: around(user('a'), { other: end() }, 'it -> other : x = 1'),
  },
  {
    says: 'a way out without a condition',
    gives: ['CONDITION_MISSING it_to_other'],
    xml: around(exclusive(), { other: end(), third: end() }, 'it -> other\nit -> third : default').replace(
      '<bpmn:sequenceFlow id="it_to_end" sourceRef="it" targetRef="end">',
      '<bpmn:sequenceFlow id="it_to_end" sourceRef="it" targetRef="end"><bpmn:conditionExpression>x = 1</bpmn:conditionExpression>'
    ),
  },
  {
    says: 'a default of another gateway',
    gives: ['DEFAULT_ELSEWHERE it'],
    xml: around(element('exclusiveGateway', { default: 'start_to_it' })),
  },
  {
    says: 'a default with a condition',
    gives: ['DEFAULT_WITH_CONDITION it_to_a'],
    xml: draw('start -> it\nit -> a : x = 1\nit -> b : x = 2', {
      start: start(),
      it: element('exclusiveGateway', { default: 'it_to_a' }),
      a: end(),
      b: end(),
    }),
  },
  {
    says: 'no start',
    gives: ['START_MISSING process', 'UNREACHABLE it', 'UNREACHABLE end'],
    xml: draw('it -> end', { it: exclusive(), end: end() }),
  },
  {
    says: 'no start in a subprocess',
    gives: ['START_MISSING it', 'UNREACHABLE e'],
    xml: around(sub('', { e: end() })),
  },
  {
    says: 'two starts',
    gives: ['START_SEVERAL other'],
    xml: around(exclusive(), { other: start() }, 'other -> end'),
  },
  { says: 'an end that goes on', gives: ['END_GOES_ON end'], xml: around(exclusive(), {}, 'end -> it') },
  {
    says: 'a branch that just stops',
    gives: ['DEAD_END it'],
    xml: draw('start -> it', { start: start(), it: user('a') }),
  },
  {
    says: 'a boundary event that leads nowhere',
    gives: ['DEAD_END late'],
    xml: around(user('a'), { late: on('it', timer('1 day')) }),
  },
  {
    says: 'a flow back into the start',
    gives: ['BEGINNING_ENTERED start'],
    xml: around(parallel(), {}, 'it -> start'),
  },
  {
    says: 'a boundary event on a gateway',
    gives: ['BOUNDARY_WITHOUT_HOST late'],
    xml: around(exclusive(), { late: on('it', timer('1 day')) }, 'late -> end'),
  },
  {
    says: 'an element that no flow reaches',
    gives: ['UNREACHABLE other'],
    xml: around(exclusive(), { other: user('a') }, 'other -> end'),
  },
  {
    says: 'a circle without a way out',
    gives: ['NEVER_ENDS a', 'NEVER_ENDS b'],
    xml: around(parallel(), { a: user('x'), b: user('y') }, 'it -> a -> b -> a'),
  },
  {
    says: 'a task behind an event-based gateway',
    gives: ['RACE_TARGET task'],
    xml: draw('start -> it -> task -> end\nit -> wait -> end', {
      start: start(),
      it: race(),
      task: user('a'),
      wait: waitFor(timer('1 day')),
      end: end(),
    }),
  },

  { says: 'a task without a form', gives: ['FORM_MISSING it'], xml: around(element('userTask')) },
  {
    says: 'a form that is not there',
    gives: ['FORM_UNKNOWN it'],
    xml: around(user('a')),
    known: { forms: ['b'] },
  },
  {
    says: 'a service task without an activity',
    gives: ['ACTIVITY_MISSING it'],
    xml: around(element('serviceTask')),
  },
  {
    says: 'an activity that no office offers',
    gives: ['ACTIVITY_UNKNOWN it'],
    xml: around(service('a.b')),
    known: { activities: ['a.c'] },
  },
  {
    says: 'a template that is not there',
    gives: ['TEMPLATE_UNKNOWN it'],
    xml: around(service('a.b', { in: { template: '"receipt"' } })),
    known: { templates: ['resolution'] },
  },
  {
    says: 'a task in no lane',
    gives: ['TASK_WITHOUT_ROLE it'],
    xml: plain
      .replace(/<bpmn:exclusiveGateway.*exclusiveGateway>/, user('a')('it'))
      .replace('<bpmn:flowNodeRef>it</bpmn:flowNodeRef>', ''),
  },
  {
    says: 'a task of the system',
    gives: ['TASK_OF_SYSTEM it'],
    xml: around(user('a'), {}, '', { role: 'system' }),
  },
  {
    says: 'a role that does not exist',
    gives: ['ROLE_UNKNOWN lane_mayor'],
    xml: around(exclusive(), {}, '', { role: 'mayor' }),
  },
  {
    says: 'a lane of nobody',
    gives: ['LANE_WITHOUT_ROLE lane_case_handler'],
    xml: plain.replace(' fin:role="case_handler"', ''),
  },
  {
    says: 'retries that cannot be counted',
    gives: ['RETRIES_UNUSABLE it'],
    xml: around(service('a.b', { 'fin:retries': '-1' })),
  },
  {
    says: 'a timer without a term',
    gives: ['TIMER_MISSING it'],
    xml: around(waitFor('<bpmn:timerEventDefinition/>')),
  },
  {
    says: 'a timer that repeats',
    gives: ['TIMER_CYCLE it'],
    xml: around(waitFor(timer('R3/PT1H', 'timeCycle'))),
  },
  { says: 'a term that is none', gives: ['TERM_UNREADABLE it'], xml: around(waitFor(timer('a fortnight'))) },
  {
    says: 'a date that is none',
    gives: ['TIMER_DATE it'],
    xml: around(waitFor(timer('tomorrow', 'timeDate'))),
  },
  {
    says: 'a date that no calendar has',
    gives: ['TIMER_DATE it'],
    xml: around(waitFor(timer('2026-02-31', 'timeDate'))),
  },
  {
    says: 'a message without a name',
    gives: ['MESSAGE_MISSING it'],
    xml: around(waitFor('<bpmn:messageEventDefinition/>')),
  },
  {
    says: 'an error without a code',
    gives: ['ERROR_WITHOUT_CODE end'],
    xml: draw('start -> end', {
      start: start(),
      end: element('endEvent', {}, '<bpmn:errorEventDefinition/>'),
    }),
  },
  {
    says: 'an error that nothing can catch',
    gives: ['ERROR_UNCAUGHT end'],
    xml: draw('start -> end', { start: start(), end: errorEnd('x') }),
  },
  {
    says: 'an error in a part that nothing around it catches',
    gives: ['ERROR_UNCAUGHT e'],
    xml: around(sub('s -> e', { s: start(), e: errorEnd('x') })),
  },
  {
    says: 'an outcome on an error that does not leave the process',
    gives: ['ERROR_STAYS bad'],
    xml: draw('start -> bad', {
      start: start(),
      bad: errorEnd('x', { 'fin:outcome': 'broken' }),
      taker: eventSub('t -> e', { t: startBy(error('x')), e: end() }),
    }),
  },
  {
    says: 'an error event on a task of a citizen, who has nowhere to report it',
    gives: ['ERROR_NEVER caught'],
    xml: draw(
      'start -> it -> end\ncaught -> end',
      { start: start(), it: user('a'), caught: on('it', error('x')), end: end() },
      { role: 'citizen' }
    ),
  },
  {
    says: 'an escalation event on an activity, which reports none',
    gives: ['ESCALATION_NEVER heard'],
    xml: draw('start -> it -> end\nheard -> end', {
      start: start(),
      it: service('a.b'),
      heard: on('it', escalation('x')),
      end: end(),
    }),
  },
  {
    says: 'an escalation without a code',
    gives: ['ESCALATION_WITHOUT_CODE it'],
    xml: refused('intermediateThrowEvent', '<bpmn:escalationEventDefinition/>'),
  },
  { says: 'a signal without a name', gives: ['SIGNAL_MISSING it'], xml: caught('signalEventDefinition') },
  {
    says: 'a condition to wait for that is not there',
    gives: ['CONDITION_OF_EVENT_MISSING it'],
    xml: caught('conditionalEventDefinition'),
  },
  {
    says: 'a link without a name',
    gives: ['LINK_WITHOUT_NAME it'],
    xml: draw('start -> it', { start: start(), it: throwing('<bpmn:linkEventDefinition/>') }),
  },
  {
    says: 'a link that leads nowhere',
    gives: ['LINK_TARGET it'],
    xml: draw('start -> it', { start: start(), it: throwing(link('far')) }),
  },
  { says: 'a call of nothing', gives: ['CALL_MISSING it'], xml: refused('callActivity') },
  {
    says: 'a call of a procedure that there is not',
    gives: ['CALL_UNKNOWN it'],
    xml: around(call('other')),
    known: { processes: ['this'] },
  },
  {
    says: 'a task that works out nothing',
    gives: ['EXPRESSION_TASK_EMPTY it'],
    xml: refused('scriptTask'),
  },
  { says: 'an ad-hoc part without a choice', gives: ['AD_HOC_EMPTY it'], xml: refused('adHocSubProcess') },
  {
    says: 'a start in an ad-hoc part',
    gives: ['START_IN_AD_HOC s'],
    xml: around(element('adHocSubProcess', {}, user('a')('a') + start()('s'))),
  },
  {
    says: 'a flow to an event subprocess',
    gives: ['DETACHED_IN_FLOW it'],
    xml: around(eventSub('s -> e', { s: startBy(message('x')), e: end() })),
  },
  {
    says: 'an event subprocess without an event',
    gives: ['START_PLAIN s'],
    xml: draw('start -> end', {
      start: start(),
      end: end(),
      part: eventSub('s -> e', { s: start(), e: end() }),
    }),
  },
  {
    says: 'a subprocess that waits to begin',
    gives: ['START_TYPED s'],
    xml: around(sub('s -> e', { s: startBy(message('x')), e: end() })),
  },
  {
    says: 'a process that begins by an error',
    gives: ['START_ONLY_INSIDE start'],
    xml: draw('start -> end', { start: startBy(error('x')), end: end() }),
  },
  {
    says: 'a compensation event without a handler',
    gives: ['HANDLER_MISSING undo'],
    xml: around(user('a'), { undo: on('it', compensation()) }),
  },
  {
    says: 'a handler that nothing leads to',
    gives: ['HANDLER_UNTIED back', 'DEAD_END back', 'UNREACHABLE back'],
    xml: around(exclusive(), { back: service('b', { isForCompensation: 'true' }) }),
  },
  {
    says: 'a handler in the flow',
    gives: ['HANDLER_IN_FLOW back'],
    xml: draw('start -> it -> back -> end', {
      start: start(),
      it: user('a'),
      undo: on('it', compensation()),
      back: service('b', { isForCompensation: 'true' }),
      line: tie('undo', 'back'),
      end: end(),
    }),
  },
  {
    says: 'a parallel join of an exclusive choice',
    gives: ['JOIN_NEVER_FIRES it'],
    xml: draw('start -> ask\nask -> it : true\nask -> other : false\nother -> it -> end', {
      start: start(),
      ask: exclusive(),
      other: user('a'),
      it: parallel(),
      end: end(),
    }),
  },
  {
    says: 'a compensation of what has no handler',
    gives: ['UNDOES_NOTHING it'],
    xml: draw('start -> a -> it -> end', {
      start: start(),
      a: user('a'),
      it: throwing(compensation('a')),
      end: end(),
    }),
  },
  {
    says: 'a cancel end outside a transaction',
    gives: ['CANCEL_OUTSIDE e'],
    xml: around(sub('s -> e', { s: start(), e: ending('<bpmn:cancelEventDefinition/>') })),
  },
  {
    says: 'something that a citizen would do by hand',
    gives: ['MANUAL_OF_CITIZEN it'],
    xml: around(manual(), {}, '', { role: 'citizen' }),
  },
  {
    says: 'a task for each of nothing',
    gives: ['LOOP_WITHOUT_COLLECTION it'],
    xml: around(many(user('a'), {})),
  },
  {
    says: 'results that go nowhere',
    gives: ['LOOP_COLLECT_INCOMPLETE it'],
    xml: around(many(user('a'), { 'fin:collection': '[1]', 'fin:each': 'result' })),
  },
  {
    says: 'a task again and again without a condition',
    gives: ['LOOP_WITHOUT_CONDITION it'],
    xml: around(again(user('a'), '')),
  },
  {
    says: 'a task too many times',
    gives: ['LOOP_MOST it'],
    xml: around(again(user('a'), 'true', { loopMaximum: '5000' })),
  },
  {
    says: 'a cycle where it can happen only once',
    gives: ['TIMER_CYCLE it'],
    xml: around(waitFor(timer('R3/1 day', 'timeCycle'))),
  },
  {
    says: 'a cycle that says nothing',
    gives: ['TIMER_CYCLE_UNREADABLE start'],
    xml: draw('start -> end', { start: startBy(timer('now and then', 'timeCycle')), end: end() }),
  },
  {
    says: 'a cycle that never comes',
    gives: ['TIMER_CYCLE_UNREADABLE start'],
    xml: draw('start -> end', { start: startBy(timer('R0/1 day', 'timeCycle')), end: end() }),
  },
  {
    says: 'an output without a value',
    gives: ['MAPPING_INCOMPLETE it'],
    xml: around(user('a', { out: { x: '' } })),
  },
  {
    says: 'an output with a name that FEEL would subtract',
    gives: ['MAPPING_NAME it'],
    xml: around(user('a', { out: { 'x-y': 'result' } })),
  },
  {
    says: 'an output called result',
    gives: ['MAPPING_NAME it'],
    xml: around(user('a', { out: { result: 'result' } })),
  },
  {
    says: 'an output twice',
    gives: ['MAPPING_TWICE it'],
    xml: around(user('a', { out: { x: 'result' } })).replace('<fin:output name="x" value="result"/>', '$&$&'),
  },
  {
    says: 'an output of no type',
    gives: ['OUTPUT_TYPE it'],
    xml: around(user('a', { out: { x: 'result :: euro' } })),
  },
]

const texts = (room: string) =>
  ['es', 'ca', 'en'].map(
    (lang) =>
      JSON.parse(readFileSync(`resources/lang/${lang}/${room}.json`, 'utf8')) as Record<
        string,
        Record<string, Record<string, string>>
      >
  )

test.group('A process that could not be executed as drawn is refused', () => {
  for (const { says, gives, xml, known } of WRONG) {
    test(says, async ({ assert }) => {
      const compiled = await compileProcess({ file: 'process.bpmn', xml, known })
      const found = compiled.ok ? [] : compiled.error
      const errors = found.filter(({ severity }) => severity === 'error')
      assert.deepEqual(
        errors.map(({ code, element: id }) => (id ? `${code} ${id}` : code)),
        gives
      )
      for (const { code, params, file, line, column } of errors) {
        assert.equal(file, 'process.bpmn')
        assert.isAtLeast(line ?? 0, 1, `${code} says the line`)
        assert.isAtLeast(column ?? 0, 1, `${code} says the column`)
        for (const text of texts(code.startsWith('TERM_') ? 'deadlines' : 'engine').map(
          (all) => all.diagnostics?.[code]
        )) {
          assert.isNotEmpty(text?.problem, `${code} has a text`)
          for (const [, param] of `${text?.problem} ${text?.remedy}`.matchAll(/\{(\w+)/g))
            assert.property(params, param as string)
        }
      }
    })
  }

  test('every diagnostic of the room is shown above, and has its texts and remedies in three languages', ({
    assert,
  }) => {
    const shown = new Set(WRONG.flatMap(({ gives }) => gives.map((line) => line.split(' ')[0] as string)))
    for (const warning of [
      'GATEWAY_WITHOUT_DEFAULT',
      'ESCALATION_UNHEARD',
      'JOIN_MAY_WAIT',
      'JOINS_UNPLAYED',
      'EXTENSION_INFORMATIVE',
      'OUTPUT_UNTYPED',
      'JOINS_MAY_BLOCK',
      'COMPENSATION_EMPTY',
      'HANDLER_UNUSED',
    ])
      shown.add(warning)
    const reasons = ['REFUSED_OTHER']
    for (const { diagnostics } of texts('engine')) {
      assert.sameMembers(
        Object.keys(diagnostics ?? {}),
        [...shown].filter((code) => !code.startsWith('TERM_')).concat(reasons)
      )
      for (const text of Object.values(diagnostics ?? {}))
        assert.sameMembers(Object.keys(text), ['problem', 'remedy'])
    }
  })
})

test.group('What is only shown does not matter', () => {
  test('pools, notes, documentation and message flows are no steps', async ({ assert }) => {
    const xml = around(user('a'))
      .replace(
        '<bpmn:process ',
        '<bpmn:collaboration id="pools"><bpmn:participant id="pool" processRef="process"/></bpmn:collaboration><bpmn:process '
      )
      .replace(
        '<bpmn:startEvent',
        '<bpmn:textAnnotation id="note"><bpmn:text>why</bpmn:text></bpmn:textAnnotation><bpmn:startEvent'
      )
      .replace('<bpmn:extensionElements>', '<bpmn:documentation>how</bpmn:documentation>$&')
    const compiled = await compileProcess({ file: 'process.bpmn', xml })
    assert.isTrue(compiled.ok, JSON.stringify(compiled))
  })

  test('of several pools the one that is executable is carried out', async ({ assert }) => {
    const xml = plain.replace('</bpmn:definitions>', '<bpmn:process id="citizen"/></bpmn:definitions>')
    const compiled = await compileProcess({ file: 'process.bpmn', xml })
    assert.equal(compiled.ok && compiled.value.process, 'process')
  })
})
