import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import { lint } from '#catalogue/index'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { checkSeal } from '#documents/seal/check_seal'
import { verifyTown } from '#start/verify'
import { formIn, signedIn } from '#tests/support/citizen_visitor'
import { atTheDesk, type DeskVisitor } from '#tests/support/desk_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { countOf, rowsOf } from '#tests/support/rows'
import { testTown, type TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { droppedCatalogue, fileOwls as file } from './file_owls.js'
import { PACK, SLUG } from './owl_tower.js'

const work = async (town: TestTown) => (await settle(town.id, new Date())).failures

async function answerTask(desk: DeskVisitor, title: string, caseId: string, answers: Record<string, string>) {
  const { props } = await desk.get(`/desk/cases/${caseId}`)
  const task = props.tasks.find((one: { title: string }) => one.title === title)
  const page = await desk.get(`/desk/tasks/${task.id}`)
  const fields = { _csrf: page.props.csrf, ...answers }
  const answer = await desk.submit(`/desk/tasks/${task.id}`, fields)
  const ahead = answer.props?.ahead?.length > 0
  return ahead ? desk.submit(`/desk/tasks/${task.id}`, { ...fields, step: 'confirmed' }) : answer
}

const onlyCase = async ({ id }: TestTown) =>
  (
    await rowsOf<{ id: string; outcome: string; state: string; unit_id: string }>(
      id,
      'SELECT id, outcome, state, unit_id FROM case_files WHERE municipality_id = $1'
    )
  )[0]!

test.group('A procedure that the code has never seen', (group) => {
  let root: string
  let town: TestTown

  group.setup(async () => {
    root = await droppedCatalogue()
    return () => rm(root, { recursive: true })
  })

  group.each.setup(async () => {
    town = await testTown({ demo: true })
    const { published } = await loadCatalogue(root)
    for (const { slug, digest } of published) await new AdoptProcedure().execute(town.id, { slug, digest })
    await new IssueDemoSeal().execute(town.id, { name: 'Vila de Prova', taxNumber: 'P4600000A' })
  })

  test('is dropped into a catalogue and has nothing to mend', async ({ assert }) => {
    const [found, ...others] = await lint(root)
    assert.lengthOf(others, 0)
    assert.deepEqual([found?.place.pack, found?.place.slug, found?.diagnostics], [PACK, SLUG, []])
    const { published, refused } = await loadCatalogue(root)
    assert.deepEqual([published.length, refused], [1, []])
  })

  test('is found in the catalogue, and its sheet reads in three languages', async ({ assert }) => {
    const visitor = await signedIn(town)
    for (const [language, title] of [
      ['es', 'Licencia de mochuelos'],
      ['ca', 'Llicència de mussols'],
      ['en', 'Licence to keep owls'],
    ] as const) {
      visitor.speaking(language)
      assert.include((await visitor.get('/procedures?q=mussols')).body, title)
      assert.include((await visitor.get(`/procedures/${SLUG}`)).body, title)
    }
  })

  test('is filed, looked at by two, licensed, notified and opened', async ({ assert }) => {
    const citizen = await signedIn(town)
    const receipt = await citizen.get(await file(citizen))
    assert.equal(receipt.status, 200)
    assert.match(wordsIn(receipt.body), /\d{4}-E-RE-000001/)
    assert.deepEqual(await work(town), [])

    const { id } = await onlyCase(town)
    const desk = await atTheDesk(town, town.officer)
    const inbox = await desk.get('/desk/inbox')
    assert.equal(inbox.props.cases[0].subject, 'Moonbeam')
    const seen = JSON.stringify((await desk.get(`/desk/cases/${id}`)).props)
    for (const word of ['Night school', 'Barn owl', 'Spent on mice', '12.50']) assert.include(seen, word)

    const wrong = await answerTask(desk, 'Climb the tower', id, {})
    assert.equal(wrong.status, 422)
    assert.include(wrong.props.errorSummary, 'Is it sound?')
    const climbed = await answerTask(desk, 'Climb the tower', id, { 'answers[sound]': 'yes' })
    assert.equal(climbed.status, 303)
    assert.deepEqual(await work(town), [])
    assert.equal((await onlyCase(town)).state, 'open', 'the other still listens')
    await answerTask(desk, 'Listen at night', id, { 'answers[loudness]': 'quiet' })
    assert.deepEqual(await work(town), [])

    const folder = await citizen.get('/folder/notifications')
    const [letter] = /\/folder\/notifications\/[0-9a-f-]{36}/.exec(folder.body)!
    const envelope = await citizen.get(letter)
    assert.include(envelope.body, 'Licencia de mochuelo', 'a document is in an official language')
    await citizen.send(formIn(envelope, `${letter}/acceptance`))
    assert.deepEqual(await work(town), [])
    assert.deepInclude(await onlyCase(town), { outcome: 'licensed', state: 'closed' })
    assert.include((await citizen.get(`/folder/cases/${id}`)).body, 'Owls licensed')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('gives every paper that it promises, sealed', async ({ assert }) => {
    const citizen = await signedIn(town)
    await file(citizen)
    assert.deepEqual(await work(town), [])
    const { id } = await onlyCase(town)
    const desk = await atTheDesk(town, town.officer)
    await answerTask(desk, 'Climb the tower', id, { 'answers[sound]': 'yes' })
    await answerTask(desk, 'Listen at night', id, { 'answers[loudness]': 'quiet' })
    assert.deepEqual(await work(town), [])
    const papers = await rowsOf<{ id: string; template: string }>(
      town.id,
      'SELECT id, template FROM documents WHERE municipality_id = $1'
    )
    assert.sameMembers(
      papers.map(({ template }) => template),
      ['filing', 'receipt', 'licence']
    )
    for (const { id: paper, template } of papers) {
      const { status, bytes } = await desk.get(`/desk/documents/${paper}`)
      assert.equal(status, 200, template)
      assert.deepInclude(checkSeal(bytes), { intact: true, whole: true }, template)
    }
  })

  test('takes its other road where its own numbers say so', async ({ assert }) => {
    const citizen = await signedIn(town)
    await file(citizen, { 'answers[birds]': '9' })
    assert.deepEqual(await work(town), [])
    const { id } = await onlyCase(town)
    const desk = await atTheDesk(town, town.officer)
    await answerTask(desk, 'Listen at night', id, { 'answers[loudness]': 'quiet' })
    await answerTask(desk, 'Climb the tower', id, { 'answers[sound]': 'yes' })
    assert.deepEqual(await work(town), [])
    // Not opened in ten natural days, it counts as rejected, and the procedure goes on.
    const later = new Date(Date.now() + 12 * 86_400_000)
    assert.deepEqual(await workUntil(town.id, later, new Date()), [])
    assert.deepInclude(await onlyCase(town), { outcome: 'refused', state: 'closed' })
    // The request, its refusal in the book of resolutions, and the letter that left.
    assert.equal(await countOf(town.id, 'register_entries'), 3)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is silent where nobody decides in its own term', async ({ assert }) => {
    await file(await signedIn(town))
    assert.deepEqual(await work(town), [])
    const later = new Date(Date.now() + 60 * 86_400_000)
    assert.deepEqual(await workUntil(town.id, later, new Date()), [])
    assert.deepInclude(await onlyCase(town), { outcome: 'hushed', state: 'closed' })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
