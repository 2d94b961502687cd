import type { Pack } from '#catalogue/index'

const TITLE = { es: 'Uno', ca: 'Un', en: 'One' }

export const pack: Pack = {
  name: 'small',
  version: '1.0.0',
  publisher: 'Tests',
  licence: 'EUPL-1.2',
  languages: ['es', 'ca', 'en'],
  title: TITLE,
  needs: ['seal'],
  seams: { units: [{ id: 'office', title: TITLE }], bodies: [{ id: 'mayor', title: TITLE }] },
}

const sheet = {
  $schema: '/schemas/procedure.json',
  slug: 'small',
  version: '1.0.0',
  languages: ['es', 'ca', 'en'],
  sia: null,
  initiation: 'interested_party',
  audience: ['natural_person'],
  channels: ['electronic'],
  signInLevel: 'low',
  representation: false,
  window: { always: true },
  term: { amount: 3, unit: 'months' },
  silence: { effect: 'dismisses', article: 'Law 39/2015, art. 24.1' },
  endsAdministrativeWay: true,
  appeals: [],
  legalBase: [{ id: 'BOE-A-2015-10565' }],
  evidence: [],
  fee: null,
  unit: 'office',
  body: 'mayor',
  topics: ['citizen_service'],
  submissionForm: 'submission',
  process: 'process.bpmn',
  needs: ['seal'],
}

const forms = {
  'forms/submission.schema.json': {
    type: 'object',
    additionalProperties: false,
    required: ['request'],
    properties: { request: { $anchor: 'request', kind: 'short_text', type: 'string' } },
  },
  'forms/submission.ui.json': { pages: [{ id: 'request', fields: ['request'] }], fields: {} },
  'forms/review.schema.json': {
    type: 'object',
    additionalProperties: false,
    required: ['decision'],
    properties: { decision: { $anchor: 'decision', kind: 'choice', type: 'string', enum: ['yes', 'no'] } },
  },
  'forms/review.ui.json': { pages: [{ id: 'review', fields: ['decision'] }], fields: {} },
}

const texts = {
  sheet: {
    title: 'Title',
    purpose: 'Purpose',
    who: 'Who',
    requirements: ['Requirement'],
    steps: ['Step'],
    legalBase: ['Law'],
  },
  phases: { review: 'Review' },
  outcomes: { done: 'Done' },
  tasks: { review: 'Review', issue: 'Issue', tell: 'Tell', silence: 'Silence' },
  forms: {
    submission: {
      pages: { request: { title: 'Request' } },
      fields: { request: { label: 'Request' } },
    },
    review: {
      pages: { review: { title: 'Review' } },
      fields: { decision: { label: 'Decision', options: { yes: 'Yes', no: 'No' } } },
    },
  },
  documents: {
    resolution: { title: 'Resolution', ruling: '{{variables.decision}} about {{answers.request}}' },
  },
  notices: { done: { subject: 'Done', text: 'Hello {{applicant.name}}' } },
}

const documents = {
  'documents/resolution.json': {
    $schema: '/schemas/document.json',
    type: 'TD01',
    title: 'documents.resolution.title',
    blocks: [{ paragraph: 'documents.resolution.ruling' }, { answers: 'submission' }, { seal: true }],
  },
  'notices/done.json': {
    $schema: '/schemas/notice.json',
    to: 'applicant',
    subject: 'notices.done.subject',
    paragraphs: ['notices.done.text'],
  },
  'scenarios/done.json': {
    $schema: '/schemas/scenario.json',
    title: TITLE,
    at: '2026-03-02T09:30:00Z',
    applicant: { name: 'Vicent' },
    answers: { request: 'Something' },
    steps: [{ task: 'review', by: 'case_handler', with: { decision: 'yes' } }],
    expect: {
      outcome: 'done',
      phase: 'review',
      path: ['start', 'fork', 'review', 'late', 'issue', 'tell', 'done'],
      documents: ['resolution'],
      entries: ['incoming'],
      notifications: 0,
    },
  },
}

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fin="urn:finestra:bpmn:1" id="small_definitions" targetNamespace="urn:finestra:procedures">
  <bpmn:process id="small" isExecutable="true">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="handler" fin:role="case_handler"><bpmn:flowNodeRef>review</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="start" />
    <bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="review" fin:form="review" fin:phase="review">
      <bpmn:extensionElements><fin:output name="decision" value="result.decision" /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:serviceTask id="issue" fin:activity="documents.issue">
      <bpmn:extensionElements><fin:input name="template" value="&quot;resolution&quot;" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:serviceTask id="tell" fin:activity="notices.send">
      <bpmn:extensionElements><fin:input name="notice" value="&quot;done&quot;" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:endEvent id="done" fin:outcome="done"><bpmn:terminateEventDefinition id="terminate" /></bpmn:endEvent>
    <bpmn:intermediateCatchEvent id="late">
      <bpmn:timerEventDefinition id="late_timer"><bpmn:timeDuration>3 months</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="silence" fin:activity="cases.record_silence" />
    <bpmn:endEvent id="still" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
    <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="review" />
    <bpmn:sequenceFlow id="f3" sourceRef="review" targetRef="issue" />
    <bpmn:sequenceFlow id="f4" sourceRef="issue" targetRef="tell" />
    <bpmn:sequenceFlow id="f5" sourceRef="tell" targetRef="done" />
    <bpmn:sequenceFlow id="f6" sourceRef="fork" targetRef="late" />
    <bpmn:sequenceFlow id="f7" sourceRef="late" targetRef="silence" />
    <bpmn:sequenceFlow id="f8" sourceRef="silence" targetRef="still" />
  </bpmn:process>
</bpmn:definitions>
`

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** The smallest procedure with one document of each kind, as files; each call gives a map of its own. */
export function smallProcedure(): Map<string, string> {
  const files = { 'procedure.json': sheet, ...forms, ...documents }
  return new Map([
    ...Object.entries(files).map(([path, value]): [string, string] => [path, json(value)]),
    ...['es', 'ca', 'en'].map((language): [string, string] => [`texts/${language}.json`, json(texts)]),
    ['process.bpmn', xml],
  ])
}

/** Changes one JSON document of a procedure: the value at a pointer, or nothing more of it (`undefined`). */
export function plant(files: Map<string, string>, path: string, pointer: string, value: unknown): void {
  const tree = JSON.parse(files.get(path) as string)
  const keys = pointer.split('/').slice(1)
  const last = keys.pop() as string
  const holder = keys.reduce((here, key) => here[key], tree)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  files.set(path, json(tree))
}
