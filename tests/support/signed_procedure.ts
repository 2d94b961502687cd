import type { CompiledProcedure } from '#catalogue/types'
import { pack, plant, smallProcedure } from '#tests/catalogue/small_procedure'
import { flow, input, io, output } from '#tests/support/bpmn'
import { publishAndAdopt } from '#tests/support/publish_and_adopt'

/** Somebody drafts, others sign; what they refuse goes back to be drafted again; after a month nobody waits any more. */
const process = (signers: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fin="urn:finestra:bpmn:1" id="signed" targetNamespace="urn:finestra:procedures">
  <bpmn:message id="ended" name="signature_ended" />
  <bpmn:process id="to_be_signed" isExecutable="true">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="handler" fin:role="case_handler"><bpmn:flowNodeRef>review</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="start" />
    <bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="review" fin:form="review" fin:phase="review">${io(output('decision'))}</bpmn:userTask>
    <bpmn:serviceTask id="sign" fin:activity="signatures.request">${io(
      input('template', '&quot;resolution&quot;'),
      input('signers', signers),
      output('requestId')
    )}</bpmn:serviceTask>
    <bpmn:intermediateCatchEvent id="wait" fin:correlation="requestId">${io(
      output('signature', 'result.state'),
      output('documentId'),
      output('reason'),
      output('refusedBy')
    )}<bpmn:messageEventDefinition id="wait_message" messageRef="ended" /></bpmn:intermediateCatchEvent>
    <bpmn:exclusiveGateway id="came" default="back" />
    <bpmn:serviceTask id="leave" fin:activity="registry.record_outgoing">${io(input('document', 'documentId'))}</bpmn:serviceTask>
    <bpmn:endEvent id="done" fin:outcome="done"><bpmn:terminateEventDefinition id="done_end" /></bpmn:endEvent>
    <bpmn:intermediateCatchEvent id="late"><bpmn:timerEventDefinition id="late_timer"><bpmn:timeDuration>1 month</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="lapsed" fin:outcome="lapsed"><bpmn:terminateEventDefinition id="lapsed_end" /></bpmn:endEvent>
    ${[
      flow('f1', 'start', 'fork'),
      flow('f2', 'fork', 'review'),
      flow('f3', 'review', 'sign'),
      flow('f4', 'sign', 'wait'),
      flow('f5', 'wait', 'came'),
      flow('f6', 'came', 'leave', 'signature = "signed"'),
      flow('back', 'came', 'review'),
      flow('f7', 'leave', 'done'),
      flow('f8', 'fork', 'late'),
      flow('f9', 'late', 'lapsed'),
    ].join('\n    ')}
  </bpmn:process>
</bpmn:definitions>
`

const step = { task: 'review', by: 'case_handler', with: { decision: 'yes' } }
const start = ['start', 'fork', 'review', 'late']

/** The golden cases of the procedure, by their name: steps, and where they lead. */
const SCENARIOS = {
  signed: {
    steps: [step, { message: 'signature_ended' }],
    path: [...start, 'sign', 'wait', 'came', 'leave', 'done'],
    outcome: 'done',
    documents: ['resolution'],
    entries: ['incoming', 'outgoing'],
  },
  refused_and_returned: {
    steps: [
      step,
      { message: 'signature_ended', payload: { state: 'refused', reason: 'The report is missing' } },
      step,
      { message: 'signature_ended', payload: { state: 'signed' } },
    ],
    path: [...start, 'sign', 'wait', 'came', 'review', 'sign', 'wait', 'came', 'leave', 'done'],
    outcome: 'done',
    documents: ['resolution'],
    entries: ['incoming', 'outgoing'],
  },
  nobody_signs: {
    steps: [step, { term: '1 month' }],
    path: [...start, 'sign', 'wait', 'lapsed'],
    outcome: 'lapsed',
    documents: [],
    entries: ['incoming'],
  },
}

/** A procedure whose resolution people sign, as files. */
export function signedFiles(signers = '[&quot;holder&quot;, &quot;secretary&quot;]'): Map<string, string> {
  const files = smallProcedure()
  for (const file of ['notices/done.json', 'scenarios/done.json']) files.delete(file)
  files.set('process.bpmn', process(signers))
  for (const [name, { steps, ...expect }] of Object.entries(SCENARIOS))
    files.set(
      `scenarios/${name}.json`,
      JSON.stringify({
        $schema: '/schemas/scenario.json',
        title: { en: name },
        at: '2026-03-02T09:30:00Z',
        applicant: { name: 'Vicent' },
        answers: { request: 'Something' },
        steps,
        expect: { ...expect, phase: 'review', notifications: 0 },
      })
    )
  plant(files, 'procedure.json', '/slug', 'licence-to-sign')
  plant(files, 'procedure.json', '/needs', ['signature', 'registry'])
  for (const language of ['es', 'ca', 'en']) {
    const texts = `texts/${language}.json`
    plant(files, texts, '/outcomes', { done: 'Done', lapsed: 'Lapsed' })
    plant(files, texts, '/tasks', { review: 'Review', sign: 'Sign', leave: 'Leave' })
    plant(files, texts, '/notices', undefined)
  }
  return files
}

/** Publishes it, and has a town offer it. */
export async function adoptSigned(townId: string, signers?: string): Promise<CompiledProcedure> {
  const manifest = { ...pack, name: 'signed', needs: ['signature' as const, 'registry' as const] }
  return publishAndAdopt(townId, signedFiles(signers), { pack: 'signed', manifest })
}
