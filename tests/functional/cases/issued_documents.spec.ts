import { test } from '@japa/runner'
import { completeTask } from '#cases/actions/complete_task'
import { comingIn } from '#cases/queries/coming'
import type { Json } from '#core/json'
import { ok, unwrap } from '#core/result'
import { fileInCase } from '#filings/actions/file_in_case'
import { carried } from '#tests/support/carried'
import { citizenFrom, openOffice, publishedProcedures } from '#tests/support/filing'
import { Stage } from '#tests/support/scenario'
import {
  FILED,
  GRANT,
  PROCEED,
  REQUIRE,
  answerTask,
  openCase,
  pageOf,
  type OpenCase,
} from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { rowsOf } from '#tests/support/rows'
import { settle, workUntil } from '#tests/support/worker'

/** What a document of a case says, block by block, as its page tells it. */
const said = ({ town, caseId }: OpenCase, template: string) => saidIn(town.id, caseId, template)

async function saidIn(townId: string, caseId: string, template: string): Promise<string> {
  const [row] = await rowsOf(
    townId,
    `SELECT facts -> 'sheet' AS sheet FROM documents WHERE municipality_id = $1 AND case_id = $2 AND template = $3`,
    [caseId, template]
  )
  return JSON.stringify(row!.sheet)
}

const senders = async ({ town, caseId }: OpenCase) =>
  (
    await rowsOf(
      town.id,
      `SELECT content -> 'sender' ->> 'name' AS name FROM register_entries WHERE municipality_id = $1 AND case_id = $2 AND book = 'outgoing' ORDER BY recorded_at`,
      [caseId]
    )
  ).map(({ name }) => name)

const file = async (
  open: OpenCase,
  kind: 'correction' | 'addition',
  answers: Record<string, Json>,
  taskId = ''
) => {
  const { town, test } = open.office
  const actor = { kind: 'person' as const, id: test.person.id }
  const filing = { town, citizen: citizenFrom(test.person), caseId: open.caseId, kind, answers }
  unwrap(
    await fileInCase({ ...filing, at: FILED, moved: true }, async (trx) => {
      const answer = { taskId, actor, roles: ['citizen'], answers, at: FILED, moved: true }
      if (kind === 'correction') unwrap(await completeTask(trx, answer))
      return ok([])
    })
  )
  const [entry] = await rowsOf(
    town.id,
    `SELECT e.entry_number AS number FROM filings f JOIN register_entries e ON e.municipality_id = $1 AND e.id = f.entry_id
     WHERE f.municipality_id = $1 AND f.case_id = $2 AND f.kind = $3`,
    [open.caseId, kind]
  )
  return entry!.number as string
}

test.group('The certificate of silence (Law 39/2015, art. 24.4)', () => {
  test('says when the term ended and since when the silence has its effects, and is the body’s that resolves', async ({
    assert,
  }) => {
    const open = await openCase()
    await workUntil(open.town.id, new Date('2026-06-05T10:00:00Z'))
    unwrap(await answerTask(open, 'certify_silence', { effect: 'approves', grounds: 'Artículo 24.1.' }))
    await settle(open.town.id, new Date('2026-06-05T10:00:00Z'))
    const text = await said(open, 'silence_certificate')
    assert.include(text, 'venció el 2 de junio de 2026 sin que se hubiera notificado')
    assert.include(text, 'El silencio produce efectos desde el 3 de junio de 2026')
    assert.include(text, '{"label":"Órgano que lo emite","value":"Mayor"}')
    assert.include(text, 'Empar Mayor')
    assert.deepEqual(await senders(open), ['Mayor'])
  })
})

test.group('The fifteen days in which silence is certified (Law 39/2015, art. 24.4)', () => {
  const afterTheTerm = new Date('2026-06-05T10:00:00Z')
  const due = async ({ town, caseId }: OpenCase) =>
    (await comingIn(town.id, caseId)).find(({ element }) => element === 'certificate_due')

  test('are working ones, seen before they end, and wait no more once it is certified', async ({
    assert,
  }) => {
    const open = await openCase()
    assert.isUndefined(await due(open))
    await workUntil(open.town.id, afterTheTerm)
    assert.deepInclude(await due(open), { kind: 'timer', lastDay: '2026-06-24' })
    const task = (await pageOf(open, afterTheTerm)).tasks.find(
      ({ element }) => element === 'certify_silence'
    )!
    assert.equal(task.dueOn, '2026-06-24')
    unwrap(await answerTask(open, 'certify_silence', { effect: 'dismisses', grounds: 'Artículo 24.1.' }))
    await settle(open.town.id, afterTheTerm)
    assert.isUndefined(await due(open))
  })

  test('leave a line in the history when they are over, and it can still be certified', async ({
    assert,
  }) => {
    const open = await openCase()
    const late = new Date('2026-06-26T10:00:00Z')
    await workUntil(open.town.id, late)
    const { history } = await pageOf(open, late)
    assert.isTrue(history.some(({ data }) => String(data['event']).startsWith('trigger certificate_due')))
    unwrap(await answerTask(open, 'certify_silence', { effect: 'dismisses', grounds: 'Artículo 24.1.' }))
    assert.deepEqual((await settle(open.town.id, late)).failures, [])
  })
})

test.group('Whose a document is', () => {
  test('the exit book says as the document does: the unit’s requirement, the body’s resolution', async ({
    assert,
  }) => {
    const open = await openCase()
    unwrap(await answerTask(open, 'review', REQUIRE))
    await settle(open.town.id, FILED)
    const [unit] = await senders(open)
    assert.notEqual(unit, 'Mayor')
    assert.include(await said(open, 'requirement'), `{"label":"Unidad que lo emite","value":"${unit}"}`)
    const other = await openCase()
    await answerTask(other, 'review', PROCEED)
    await answerTask(other, 'resolve', GRANT)
    await settle(other.town.id, FILED)
    assert.deepEqual(await senders(other), ['Mayor'])
    assert.include(await said(other, 'resolution'), '{"label":"Órgano que resuelve","value":"Mayor"}')
  })
})

test.group('The background of a resolution', () => {
  test('tells what was filed after the application, each with its entry', async ({ assert }) => {
    const open = await requiredCase()
    const correction = await file(open, 'correction', { answer: 'Es el 12.' }, open.taskId)
    const addition = await file(open, 'addition', {})
    await settle(open.town.id, FILED)
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(open.town.id, FILED)
    const lines = (await pageOf(open)).history.filter(({ kind }) => /_filed$|_added$/.test(kind))
    assert.deepEqual(
      lines.map(({ kind, public: shown, data }) => [kind, shown, data['number']]),
      [
        ['correction_filed', true, correction],
        ['documents_added', true, addition],
      ],
      'the history tells it, too'
    )
    const text = await said(open, 'resolution')
    assert.include(text, 'Después de la solicitud se presentó en el expediente:')
    assert.include(text, `respuesta de la persona interesada, anotada con el número ${correction}.`)
    assert.include(text, `documentos añadidos al expediente, anotados con el número ${addition}.`)
  })

  test('says nothing of it where nothing came', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(open.town.id, FILED)
    assert.notInclude(await said(open, 'resolution'), 'Después de la solicitud')
  })
})

test.group('The conditions of a document', () => {
  for (const [scenario, said, unsaid] of [
    ['granted', 'Con esta resolución se liquida la tasa.', 'No hay que pagar nada'],
    ['town_that_charges_nothing', 'No hay que pagar nada', 'Con esta resolución se liquida la tasa.'],
  ] as const)
    test(`compare amounts as numbers: what is paid, or that nothing is (${scenario})`, async ({ assert }) => {
      const office = await openOffice()
      const terrace = (await publishedProcedures()).find(({ slug }) => slug === 'terrace-licence')!
      const golden = terrace.scenarios[scenario]!
      const procedure = await carried({ ...office, procedure: terrace }, golden)
      const { caseId } = await new Stage(office, procedure, golden).play()
      const words = await saidIn(office.test.id, caseId, 'resolution')
      assert.include(words, said)
      assert.notInclude(words, unsaid)
    })
})
