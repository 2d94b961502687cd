/**
 * A procedure that the code has never seen, made up from end to end: a licence to keep owls in the bell tower.
 * Two people look at it side by side, a number decides, and silence is filled by a timer.
 */
const in3 = (es: string, ca: string, en: string) => ({ es, ca, en })

export const PACK = 'moonhill'
export const SLUG = 'owl-tower-licence'

const manifest = {
  $schema: '/schemas/pack.json',
  name: PACK,
  version: '2.1.0',
  publisher: 'Moonhill',
  licence: 'EUPL-1.2',
  languages: ['es', 'ca', 'en'],
  title: in3('Aves de campanario', 'Aus de campanar', 'Birds of the belfry'),
  needs: ['registry', 'notifications', 'seal'],
  seams: {
    units: [{ id: 'tower_keepers', title: in3('Torreros', 'Torrers', 'Tower keepers') }],
    bodies: [{ id: 'moon_council', title: in3('Consejo lunar', 'Consell lunar', 'Moon council') }],
  },
}

const sheet = {
  $schema: '/schemas/procedure.json',
  slug: SLUG,
  version: '1.0.0',
  languages: ['es', 'ca', 'en'],
  sia: null,
  initiation: 'interested_party',
  audience: ['natural_person'],
  channels: ['electronic'],
  signInLevel: 'low',
  representation: false,
  window: { always: true },
  term: { amount: 20, unit: 'working_days' },
  silence: { effect: 'approves', article: 'Law 39/2015, art. 24.1' },
  endsAdministrativeWay: true,
  appeals: [],
  legalBase: [{ id: 'BOE-A-2015-10565' }],
  evidence: [],
  fee: null,
  unit: 'tower_keepers',
  body: 'moon_council',
  topics: ['environment'],
  submissionForm: 'owls',
  process: 'process.bpmn',
  needs: ['registry', 'notifications', 'seal'],
}

const form = (id: string, required: string[], properties: Record<string, object>) => ({
  $id: id,
  type: 'object',
  additionalProperties: false,
  required,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, { $anchor: name, ...field }])
  ),
})

const forms = {
  'forms/owls.schema.json': form('owls', ['owlName', 'birds', 'since', 'food', 'trained', 'promise'], {
    owlName: { kind: 'short_text', type: 'string', maxLength: 40 },
    kinds: { kind: 'choices', type: 'array', items: { type: 'string', enum: ['barn', 'tawny', 'eagle'] } },
    birds: { kind: 'integer', type: 'integer', minimum: 1, maximum: 12 },
    since: { kind: 'date', type: 'string' },
    food: { kind: 'money', type: 'string', decimalMaximum: '900' },
    trained: { kind: 'yes_no', type: 'boolean' },
    school: { kind: 'short_text', type: 'string' },
    promise: { kind: 'declaration', type: 'boolean', const: true },
  }),
  'forms/owls.ui.json': {
    pages: [
      { id: 'who', fields: ['owlName', 'kinds', 'birds'] },
      { id: 'care', fields: ['since', 'food', 'trained', 'school'] },
      { id: 'promise', fields: ['promise'] },
    ],
    fields: { school: { visible: 'trained = true', required: 'trained = true' } },
  },
  'forms/climb.schema.json': form('climb', ['sound'], {
    sound: { kind: 'yes_no', type: 'boolean' },
    remarks: { kind: 'long_text', type: 'string' },
  }),
  'forms/climb.ui.json': { pages: [{ id: 'climb', fields: ['sound', 'remarks'] }], fields: {} },
  'forms/listen.schema.json': form('listen', ['loudness'], {
    loudness: { kind: 'choice', type: 'string', enum: ['quiet', 'hooting'] },
  }),
  'forms/listen.ui.json': { pages: [{ id: 'listen', fields: ['loudness'] }], fields: {} },
}

const facts = {
  facts: [
    { label: 'documents.common.owl', value: 'answers.owlName' },
    { label: 'documents.common.applicant', value: 'applicant.name' },
    { label: 'documents.common.entry', value: 'entry.number' },
  ],
}

const document = (id: string, type: string) => ({
  $schema: '/schemas/document.json',
  type,
  title: `documents.${id}.title`,
  blocks: [facts, { paragraph: `documents.${id}.ruling` }, { answers: 'owls' }, { seal: true }],
})

const papers = {
  'documents/licence.json': document('licence', 'TD01'),
  'documents/refusal.json': document('refusal', 'TD01'),
  'documents/silence.json': document('silence', 'TD11'),
  'notices/hoot.json': {
    $schema: '/schemas/notice.json',
    to: 'applicant',
    subject: 'notices.hoot.subject',
    paragraphs: ['notices.hoot.text'],
  },
}

const words = (say: (es: string, ca: string, en: string) => string) => ({
  sheet: {
    title: say('Licencia de mochuelos', 'Llicència de mussols', 'Licence to keep owls'),
    purpose: say('Criar mochuelos en la torre.', 'Criar mussols a la torre.', 'Keep owls in the tower.'),
    who: say('Quien tenga torre.', 'Qui tinga torre.', 'Whoever has a tower.'),
    requirements: [say('Una torre.', 'Una torre.', 'A tower.')],
    steps: [say('Subir y escuchar.', 'Pujar i escoltar.', 'Climb and listen.')],
    legalBase: [say('Ley 39/2015', 'Llei 39/2015', 'Law 39/2015')],
    silence: say('Se concede.', 'Es concedeix.', 'It is granted.'),
  },
  phases: {
    perched: say('En la torre', 'A la torre', 'In the tower'),
    roosted: say('Acabado', 'Acabat', 'Roosted'),
  },
  outcomes: {
    licensed: say('Con licencia', 'Amb llicència', 'Owls licensed'),
    refused: say('Sin licencia', 'Sense llicència', 'Owls refused'),
    hushed: say('Por silencio', 'Per silenci', 'Owls by silence'),
  },
  tasks: {
    climb: say('Subir a la torre', 'Pujar a la torre', 'Climb the tower'),
    listen: say('Escuchar de noche', 'Escoltar de nit', 'Listen at night'),
    hoot: say('Avisar', 'Avisar', 'Hoot'),
    issue_licence: say('Expedir', 'Expedir', 'Issue the licence'),
    record_licence: say('Registrar', 'Registrar', 'Record the licence'),
    notify_licence: say('Notificar', 'Notificar', 'Notify the licence'),
    issue_refusal: say('Denegar', 'Denegar', 'Issue the refusal'),
    record_refusal: say('Registrar', 'Registrar', 'Record the refusal'),
    notify_refusal: say('Notificar', 'Notificar', 'Notify the refusal'),
    record_silence: say('Anotar', 'Anotar', 'Record the silence'),
    issue_silence: say('Certificar', 'Certificar', 'Certify the silence'),
  },
  forms: {
    owls: {
      pages: {
        who: { title: say('¿Quién es?', 'Qui és?', 'Which owl?') },
        care: { title: say('¿Cómo vive?', 'Com viu?', 'How does it live?') },
        promise: { title: say('Promesa', 'Promesa', 'Promise') },
      },
      fields: {
        owlName: { label: say('Nombre del mochuelo', 'Nom del mussol', 'Name of the owl') },
        kinds: {
          label: say('Clases', 'Classes', 'Kinds of owl'),
          options: {
            barn: say('Lechuza', 'Òliba', 'Barn owl'),
            tawny: say('Cárabo', 'Gamarús', 'Tawny owl'),
            eagle: say('Búho', 'Duc', 'Eagle owl'),
          },
        },
        birds: { label: say('Cuántos', 'Quants', 'How many') },
        since: { label: say('Desde cuándo', 'Des de quan', 'Since when') },
        food: { label: say('Gasto en ratones', 'Despesa en ratolins', 'Spent on mice') },
        trained: { label: say('¿Va a la escuela?', 'Va a escola?', 'Does it go to school?') },
        school: { label: say('Escuela', 'Escola', 'School of the owl') },
        promise: { label: say('Prometo silencio', 'Promet silenci', 'I promise silence') },
      },
    },
    climb: {
      pages: { climb: { title: say('La torre', 'La torre', 'The tower') } },
      fields: {
        sound: { label: say('¿Es firme?', 'És ferma?', 'Is it sound?') },
        remarks: { label: say('Notas', 'Notes', 'Remarks') },
      },
    },
    listen: {
      pages: { listen: { title: say('La noche', 'La nit', 'The night') } },
      fields: {
        loudness: {
          label: say('¿Se oye?', 'Se sent?', 'Is it heard?'),
          options: { quiet: say('No', 'No', 'Quiet'), hooting: say('Sí', 'Sí', 'Hooting') },
        },
      },
    },
  },
  documents: {
    common: {
      owl: say('Mochuelo', 'Mussol', 'Owl'),
      applicant: say('Solicitante', 'Sol·licitant', 'Applicant'),
      entry: say('Asiento', 'Assentament', 'Entry'),
    },
    licence: {
      title: say('Licencia de mochuelo', 'Llicència de mussol', 'Owl licence'),
      ruling: say(
        'Puede criar a {{answers.owlName}}.',
        'Pot criar {{answers.owlName}}.',
        '{{answers.owlName}} may live in the tower.'
      ),
    },
    refusal: {
      title: say('Denegación de mochuelo', 'Denegació de mussol', 'Owl refusal'),
      ruling: say(
        'No puede criar a {{answers.owlName}}.',
        'No pot criar {{answers.owlName}}.',
        '{{answers.owlName}} may not live in the tower.'
      ),
    },
    silence: {
      title: say('Certificado de silencio', 'Certificat de silenci', 'Certificate of silence'),
      ruling: say('Nadie ha dicho nada.', 'Ningú ha dit res.', 'Nobody has said a thing.'),
    },
  },
  notices: {
    hoot: {
      subject: say('Un mochuelo', 'Un mussol', 'An owl'),
      text: say('Hola, {{applicant.name}}.', 'Hola, {{applicant.name}}.', 'Hello, {{applicant.name}}.'),
    },
  },
})

const texts = {
  'texts/es.json': words((es) => es),
  'texts/ca.json': words((_, ca) => ca),
  'texts/en.json': words((_, __, en) => en),
}

const input = (name: string, value: string) =>
  `<bpmn:extensionElements><fin:input name="${name}" value="${value.replaceAll('"', '&quot;')}" /></bpmn:extensionElements>`

/** Issues, records and notifies one document, waits until it counts as notified, and ends. */
const letter = (id: string, outcome: string) => `
    <bpmn:serviceTask id="issue_${id}" fin:activity="documents.issue">
      <bpmn:extensionElements>
        <fin:input name="template" value="&quot;${id}&quot;" /><fin:output name="${id}" value="result.documentId" />
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:serviceTask id="record_${id}" fin:activity="registry.record_outgoing">${input('document', id)}</bpmn:serviceTask>
    <bpmn:serviceTask id="notify_${id}" fin:activity="notifications.notify">
      <bpmn:extensionElements>
        <fin:input name="document" value="${id}" /><fin:output name="${id}Notification" value="result.notificationId" />
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:intermediateCatchEvent id="opened_${id}" fin:correlation="${id}Notification">
      <bpmn:messageEventDefinition id="opened_${id}_message" messageRef="practised" />
    </bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="end_${id}" fin:outcome="${outcome}" fin:phase="roosted"><bpmn:terminateEventDefinition id="end_${id}_all" /></bpmn:endEvent>`

const FLOWS: [from: string, to: string, condition?: string][] = [
  ['landed', 'hoot'],
  ['hoot', 'fork'],
  ['fork', 'climb'],
  ['fork', 'listen'],
  ['fork', 'late'],
  ['climb', 'both'],
  ['listen', 'both'],
  ['both', 'enough'],
  ['enough', 'issue_licence', 'sound and loudness = "quiet" and answers.birds &lt;= 3'],
  ['enough', 'issue_refusal'],
  ...['licence', 'refusal'].flatMap((id): [string, string][] => [
    [`issue_${id}`, `record_${id}`],
    [`record_${id}`, `notify_${id}`],
    [`notify_${id}`, `opened_${id}`],
    [`opened_${id}`, `end_${id}`],
  ]),
  ['late', 'record_silence'],
  ['record_silence', 'issue_silence'],
  ['issue_silence', 'end_silence'],
]

const flows = FLOWS.map(([from, to, condition]) => {
  const id = `${from}_to_${to}`
  const inside = condition ? `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>` : ''
  return `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`
}).join('\n')

const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fin="urn:finestra:bpmn:1" id="owls" targetNamespace="urn:moonhill">
  <bpmn:message id="practised" name="notification_practised" />
  <bpmn:process id="owl_tower" isExecutable="true">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="climbers" fin:role="case_handler"><bpmn:flowNodeRef>climb</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="listeners" fin:role="resolver"><bpmn:flowNodeRef>listen</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="landed" fin:phase="perched" />
    <bpmn:sendTask id="hoot" fin:activity="notices.send">${input('notice', '"hoot"')}</bpmn:sendTask>
    <bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="climb" fin:form="climb">
      <bpmn:extensionElements><fin:output name="sound" value="result.sound" /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:userTask id="listen" fin:form="listen">
      <bpmn:extensionElements><fin:output name="loudness" value="result.loudness" /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:parallelGateway id="both" />
    <bpmn:exclusiveGateway id="enough" default="enough_to_issue_refusal" />
${letter('licence', 'licensed')}
${letter('refusal', 'refused')}
    <bpmn:intermediateCatchEvent id="late" fin:suspends="true">
      <bpmn:timerEventDefinition id="late_timer"><bpmn:timeDuration>20 working days</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="record_silence" fin:activity="cases.record_silence" />
    <bpmn:serviceTask id="issue_silence" fin:activity="documents.issue">${input('template', '"silence"')}</bpmn:serviceTask>
    <bpmn:endEvent id="end_silence" fin:outcome="hushed" fin:phase="roosted"><bpmn:terminateEventDefinition id="end_silence_all" /></bpmn:endEvent>
${flows}
  </bpmn:process>
</bpmn:definitions>
`

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** The pack as files below the folder of a catalogue. */
export function owlTower(): Map<string, string> {
  const home = `${PACK}/procedures/${SLUG}`
  const documents = { 'procedure.json': sheet, ...forms, ...papers, ...texts }
  return new Map([
    [`${PACK}/pack.json`, json(manifest)],
    ...Object.entries(documents).map(([path, value]): [string, string] => [`${home}/${path}`, json(value)]),
    [`${home}/process.bpmn`, process],
  ])
}
