import { test } from '@japa/runner'
import { noticeOnArrival } from '#catalogue/queries/notice_on_arrival'
import type { CompiledProcedure } from '#catalogue/types'
import { outbox } from '#notifications/queries/outbox'
import { CitizensCase } from '#tests/support/citizens_case'
import { openOffice } from '#tests/support/filing'
import { GRANT, PROCEED } from '#tests/support/open_case'
import { wordsIn } from '#tests/support/page_forms'
import { withEnv } from '#tests/support/with_env'

const recipients = async ({ office }: CitizensCase) =>
  (await outbox(office.town.id, { limit: 50 })).map(({ recipient }) => recipient)

/** Only what the pages say: a worker of the tests sends nothing, whatever is set meanwhile. */
const withMailServer = (url: string) => withEnv({ SMTP_URL: url })

test.group('A courtesy notice (Law 39/2015, art. 41.6)', (group) => {
  group.each.setup(() => withMailServer('smtp://mail.example.es:587'))

  test('is promised by no receipt where no mail leaves the house', async ({ assert, cleanup }) => {
    cleanup(withMailServer(''))
    const filed = await CitizensCase.file()
    const receipt = wordsIn((await filed.citizen.get(filed.receipt)).body)
    const [to] = await recipients(filed)
    assert.include(receipt, `There is a notice for ${to}. This demonstration town sends no mail`)
    assert.include(receipt, 'The notice by e-mail stays in the outbox of the office, too')
    assert.notInclude(receipt, 'The office sends no notices by e-mail at present')
    assert.notInclude(receipt, 'We are sending a notice')
    assert.notInclude(receipt, 'with a notice by e-mail')
  })

  test('is promised by the receipt of an application, and sent', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const receipt = wordsIn((await filed.citizen.get(filed.receipt)).body)
    const [to] = await recipients(filed)
    assert.include(receipt, `We are sending a notice to ${to}`)
    assert.include(receipt, 'with a notice by e-mail')
  })

  test('is neither asked for nor promised nor sent where the applicant gives no address (art. 66.1.b)', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file(undefined, { email: '', phone: '' })
    const receipt = wordsIn((await filed.citizen.get(filed.receipt)).body)
    assert.notInclude(receipt, 'We are sending a notice')
    assert.notInclude(receipt, 'with a notice by e-mail')
    assert.include(receipt, 'We will send no notices by e-mail')
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    assert.equal((await filed.lastNotification()).state, 'available')
    assert.isEmpty(await recipients(filed))
  })

  test('goes to nobody who only chose paper', async ({ assert }) => {
    const address = { street: 'Calle Mayor', number: '12', postcode: '46440', town: 'Almussafes' }
    const filed = await CitizensCase.file(undefined, { email: '', notificationChannel: 'paper', address })
    const receipt = wordsIn((await filed.citizen.get(filed.receipt)).body)
    assert.include(receipt, 'We will post the decision')
    assert.notInclude(receipt, 'We are sending a notice')
    assert.isEmpty(await recipients(filed))
  })
})

test.group('Whether a process sends one as soon as a filing arrives', () => {
  const without = (procedure: CompiledProcedure, id: string): CompiledProcedure['graph'] => ({
    ...procedure.graph,
    nodes: { ...procedure.graph.nodes, [id]: { ...procedure.graph.nodes[id]!, kind: 'user_task', data: {} } },
  })

  test('is read from its drawing, up to where it waits for somebody', async ({ assert }) => {
    const { procedure } = await openOffice()
    const { notices } = procedure
    assert.isTrue(noticeOnArrival(procedure))
    assert.isFalse(noticeOnArrival({ notices, graph: without(procedure, 'send_received') }))
    assert.isFalse(noticeOnArrival({ notices, graph: without(procedure, 'assign_unit') }))
    const toUnit = { received: { ...notices['received']!, to: 'unit' as const } }
    assert.isFalse(noticeOnArrival({ ...procedure, notices: toUnit }))
  })
})
