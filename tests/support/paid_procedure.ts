import type { CompiledProcedure } from '#catalogue/types'
import { pack, plant, smallProcedure } from '#tests/catalogue/small_procedure'
import { flow, input, io, output } from '#tests/support/bpmn'
import { publishAndAdopt } from '#tests/support/publish_and_adopt'

const FEES = {
  $schema: '/schemas/fees.json',
  tables: {
    sheet: {
      versions: [
        { from: '2025-01-01', to: '2025-12-31', article: 'Ordinance 1, art. 5', value: '1.50' },
        { from: '2026-01-01', article: 'Ordinance 1 (2026), art. 5', value: '1.75' },
      ],
    },
  },
  steps: [{ id: 'copies', charge: 'number(request) * sheet', quantity: 'number(request)', rate: 'sheet' }],
}

const REVIEWED = flow('f6', 'review', 'done')

/** Asks for the fee for ten working days, waits for the money, and goes on by what became of it. */
const PROCESS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fin="urn:finestra:bpmn:1" id="copies" targetNamespace="urn:finestra:procedures">
  <bpmn:message id="money" name="payment_ended" />
  <bpmn:process id="copies_to_pay" isExecutable="true">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="handler" fin:role="case_handler"><bpmn:flowNodeRef>review</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="ask" fin:activity="payments.request">${io(
      input('term', '&quot;10 working days&quot;'),
      output('orderId'),
      output('asked')
    )}</bpmn:serviceTask>
    <bpmn:exclusiveGateway id="due" default="free" />
    <bpmn:intermediateCatchEvent id="wait" fin:correlation="orderId">${io(
      output('state')
    )}<bpmn:messageEventDefinition id="wait_message" messageRef="money" /></bpmn:intermediateCatchEvent>
    <bpmn:exclusiveGateway id="came" default="not_paid" />
    <bpmn:userTask id="review" fin:form="review" fin:phase="review" />
    <bpmn:endEvent id="done" fin:outcome="done" />
    <bpmn:endEvent id="unpaid" fin:outcome="unpaid" />
    ${[
      flow('f1', 'start', 'ask'),
      flow('f2', 'ask', 'due'),
      flow('f3', 'due', 'wait', 'asked'),
      flow('free', 'due', 'review'),
      flow('f4', 'wait', 'came'),
      flow('f5', 'came', 'review', 'state = "paid"'),
      flow('not_paid', 'came', 'unpaid'),
      REVIEWED,
    ].join('\n    ')}
  </bpmn:process>
</bpmn:definitions>
`

/** One that goes round: once it is paid it asks again. */
export const PAID_TWICE = PROCESS.replace(
  flow('f5', 'came', 'review', 'state = "paid"'),
  flow('f5', 'came', 'ask', 'state = "paid"')
)

/** One that waits for the money or a withdrawal, whichever comes first. */
export const PAID_OR_WITHDRAWN = PROCESS.replace(
  '<bpmn:process ',
  '<bpmn:message id="gone" name="withdrawal" /><bpmn:process '
).replace(
  flow('f3', 'due', 'wait', 'asked'),
  [
    '<bpmn:eventBasedGateway id="race" />',
    '<bpmn:intermediateCatchEvent id="withdrawn"><bpmn:messageEventDefinition id="withdrawn_message" messageRef="gone" /></bpmn:intermediateCatchEvent>',
    flow('f3', 'due', 'race', 'asked'),
    flow('f8', 'race', 'wait'),
    flow('f9', 'race', 'withdrawn'),
    flow('f10', 'withdrawn', 'unpaid'),
  ].join('')
)

const GIVES_BACK = [
  `<bpmn:serviceTask id="back" fin:activity="payments.give_back" fin:retries="1">${io(
    input('amount', '&quot;5.00&quot;'),
    input('reason', '&quot;Fewer copies were needed&quot;'),
    output('refundId')
  )}</bpmn:serviceTask>`,
  flow('f6', 'review', 'back'),
  flow('f7', 'back', 'done'),
].join('\n    ')

/** The files of a procedure that costs 1.75 for each copy; `givesBack`: 5 euros of it go back after the review. */
export function paidFiles({ seam = false, givesBack = false, process = PROCESS } = {}): Map<string, string> {
  const files = smallProcedure()
  for (const file of ['documents/resolution.json', 'notices/done.json', 'scenarios/done.json'])
    files.delete(file)
  files.set('process.bpmn', givesBack ? process.replace(REVIEWED, GIVES_BACK) : process)
  files.set('fees.json', JSON.stringify(FEES))
  if (seam) plant(files, 'fees.json', '/tables/sheet/seam', true)
  plant(files, 'procedure.json', '/slug', 'copies')
  plant(files, 'procedure.json', '/fee', 'fees.json')
  plant(files, 'procedure.json', '/needs', ['payment'])
  for (const language of ['es', 'ca', 'en']) {
    const texts = `texts/${language}.json`
    plant(files, texts, '/sheet/cost', 'By the sheet')
    plant(files, texts, '/fees', { steps: { copies: 'Copies' }, tables: { sheet: 'A sheet' } })
    plant(files, texts, '/outcomes', { done: 'Done', unpaid: 'Not paid' })
    plant(files, texts, '/tasks', { ask: 'Ask', review: 'Review', ...(givesBack && { back: 'Give back' }) })
    for (const idle of ['/documents', '/notices']) plant(files, texts, idle, undefined)
  }
  return files
}

/** Publishes it and has a town offer it; the price may be the town's. */
export function adoptPaid(
  townId: string,
  seam = false,
  { givesBack = false, process = PROCESS } = {}
): Promise<CompiledProcedure> {
  const manifest = { ...pack, name: 'paid', needs: ['payment' as const] }
  return publishAndAdopt(townId, paidFiles({ seam, givesBack, process }), { pack: 'paid', manifest })
}
