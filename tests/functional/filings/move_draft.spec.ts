import { test } from '@japa/runner'
import { AnswerRequirement } from '#filings/actions/answer_requirement'
import { MoveDraft } from '#filings/actions/move_draft'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { draftOf } from '#filings/queries/drafts'
import { verifyTown } from '#start/verify'
import { inTown } from '#tenancy/town_transaction'
import { formIn, signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { citizenFrom, goodAnswers, openOffice, readyDraft, type OpenOffice } from '#tests/support/filing'
import { nextVersion } from '#tests/support/next_version'
import { FILED } from '#tests/support/open_case'
import { wordsIn, type PageForm } from '#tests/support/page_forms'
import { requiredCase } from '#tests/support/required_case'
import { countOf, rowsOf } from '#tests/support/rows'
import { addPerson } from '#tests/support/town'
import { walkToCheck } from '#tests/support/walk_filing'

const FORM = 'forms/submission.schema.json'
const REQUIRED = [
  'email',
  'phone',
  'language',
  'notificationChannel',
  'subject',
  'facts',
  'request',
  'declaration',
]

/** The telephone becomes compulsory, and a subject has five letters at most. */
const stricter = (office: OpenOffice) =>
  nextVersion(office, [FORM, '/required', REQUIRED], [FORM, '/properties/subject/maxLength', 5])

interface Stage {
  office: OpenOffice
  citizen: CitizenVisitor
  /** `/filings/<id>` */
  draft: string
  /** The button of the page where answers are checked, left open in a tab. */
  left: PageForm
}

/** Somebody has written everything, and has the button to file before them. */
async function written(): Promise<Stage> {
  const office = await openOffice({ demo: true })
  const citizen = (await signedIn(office.test)).speaking('en')
  const { phone: _phone, attachments: _none, ...answers } = goodAnswers(office)
  const check = await walkToCheck(citizen, office.procedure.slug, { ...answers, subject: 'Sixteen letters.' })
  const draft = check.replace('/check', '')
  return { office, citizen, draft, left: await citizen.formAt(check, `${draft}/submission`) }
}

const stored = async ({ office }: Stage) =>
  (
    await rowsOf(
      office.town.id,
      `SELECT digest, version, answers, asked_again AS "askedAgain" FROM drafts WHERE municipality_id = $1`
    )
  )[0]

const withdrawAll = ({ town }: OpenOffice) =>
  inTown(town.id, (trx) =>
    trx.rows(`UPDATE town_procedures SET state = 'withdrawn' WHERE municipality_id = $1`, [town.id])
  )

test.group('A draft whose version the town withdraws', () => {
  test('is not filed: the person is told what changed, answers it, and files on the new version', async ({
    assert,
  }) => {
    const stage = await written()
    const { office, citizen, draft, left } = stage
    const { digest } = await stricter(office)

    const refused = await citizen.send(left)
    assert.deepEqual([refused.status, refused.headers.location], [303, draft])
    assert.equal(await countOf(office.town.id, 'register_entries'), 0)
    assert.equal((await citizen.get(draft)).headers.location, `${draft}/moved`)
    const moved = await citizen.get(`${draft}/moved`)
    assert.include(wordsIn(moved.body), 'The procedure has changed since you began')
    const asked = [...moved.body.matchAll(/\/pages\/(\w+)"/g)].map(([, page]) => page)
    assert.deepEqual(asked, ['contact', 'subject'])
    assert.deepInclude(await stored(stage), { digest, askedAgain: ['contact', 'subject'] })
    assert.deepInclude((await stored(stage)).answers, { subject: 'Sixteen letters.' })

    assert.equal((await citizen.get(draft)).headers.location, `${draft}/pages/contact`)
    assert.include(wordsIn((await citizen.get(`${draft}/pages/contact`)).body), 'has changed this part')
    const contact = await citizen.answer(`${draft}/pages/contact`, { 'answers[phone]': '600123123' })
    assert.deepEqual([contact.status, contact.headers.location], [303, draft])
    assert.equal((await citizen.get(draft)).headers.location, `${draft}/pages/subject`)
    const subject = await citizen.get(`${draft}/pages/subject`)
    assert.deepInclude(Object.fromEntries(formIn(subject, `${draft}/pages/subject`).fields), {
      'answers[subject]': 'Sixteen letters.',
    })
    assert.equal((await citizen.answer(`${draft}/pages/subject`, {})).status, 422)
    await citizen.answer(`${draft}/pages/subject`, { 'answers[subject]': 'Bench' })
    assert.equal((await citizen.get(draft)).headers.location, `${draft}/check`)

    const filed = await citizen.send(await citizen.formAt(`${draft}/check`, `${draft}/submission`))
    assert.equal(filed.headers.location, `${draft}/receipt`)
    assert.deepEqual(
      await rowsOf(
        office.town.id,
        `SELECT digest, answers->>'subject' AS subject, answers->>'facts' AS facts FROM filings WHERE municipality_id = $1`
      ),
      [{ digest, subject: 'Bench', facts: goodAnswers(office).facts }]
    )
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  for (const page of ['', '/pages/facts', '/check', '/saved'])
    test(`moves when it is opened at ${page || 'its address'}`, async ({ assert }) => {
      const stage = await written()
      const { digest } = await stricter(stage.office)
      const { status, headers } = await stage.citizen.get(stage.draft + page)
      assert.deepEqual([status, headers.location], [303, `${stage.draft}/moved`])
      assert.deepInclude(await stored(stage), { digest })
    })

  test('asks nothing again where no question changed', async ({ assert }) => {
    const stage = await written()
    const { citizen, draft, office } = stage
    const before = await stored(stage)
    const { digest } = await nextVersion(office)
    await citizen.get(draft)
    assert.include(wordsIn((await citizen.get(`${draft}/moved`)).body), 'Your answers still fit')
    assert.deepInclude(await stored(stage), { digest, answers: before.answers, askedAgain: [] })
    assert.equal((await citizen.get(draft)).headers.location, `${draft}/check`)
    const filed = await citizen.send(await citizen.formAt(`${draft}/check`, `${draft}/submission`))
    assert.equal(filed.headers.location, `${draft}/receipt`)
  })

  test('keeps what is written on a page that was left open', async ({ assert }) => {
    const stage = await written()
    const { citizen, draft, office } = stage
    const left = await citizen.formAt(`${draft}/pages/facts`, `${draft}/pages/facts`)
    await stricter(office)
    const sent = await citizen.send(left, { _step: 'next', 'answers[facts]': 'A bench is broken.' })
    assert.equal(sent.status, 303)
    assert.equal((await citizen.get(sent.headers.location!)).headers.location, `${draft}/moved`)
    assert.deepInclude((await stored(stage)).answers, { facts: 'A bench is broken.' })
  })

  test('is not filed while what changed has not been looked at, though every answer would do', async ({
    assert,
  }) => {
    const stage = await written()
    const { citizen, draft, office } = stage
    await nextVersion(office, ['texts/en.json', '/forms/submission/fields/declaration/label', 'I swear'])
    await citizen.get(draft)
    const { version, askedAgain } = await stored(stage)
    assert.deepEqual(askedAgain, ['declaration'])
    const check = await citizen.get(`${draft}/check`)
    assert.include(check.body, `href="${draft}/pages/declaration"`)
    assert.throws(() => formIn(check, `${draft}/submission`))
    const refused = await citizen.submit(`${draft}/submission`, { _version: String(version) })
    assert.equal(refused.headers.location, draft)
    assert.equal((await citizen.get(draft)).headers.location, `${draft}/pages/declaration`)
    assert.equal(await countOf(office.town.id, 'register_entries'), 0)
    await citizen.answer(`${draft}/pages/declaration`, {})
    assert.equal((await citizen.get(draft)).headers.location, `${draft}/check`)
  })

  test('stays as it is where the town offers no version any more: it says so, and where else to go', async ({
    assert,
  }) => {
    const stage = await written()
    const { citizen, draft, office, left } = stage
    const before = await stored(stage)
    await withdrawAll(office)
    assert.equal((await citizen.send(left)).headers.location, draft)
    const { status, body } = await citizen.get(draft)
    assert.equal(status, 409)
    assert.include(wordsIn(body), 'no longer carries this procedure')
    assert.deepEqual(await stored(stage), before)
    assert.equal(await countOf(office.town.id, 'register_entries'), 0)
  })
})

test.group('Moving a draft', () => {
  const given = async (office: OpenOffice) => {
    const { draftId } = await readyDraft(office)
    const { town, test: whose } = office
    const draft = (await draftOf(town.id, whose.person.id, draftId))!
    return { town, citizen: citizenFrom(whose.person), draft, at: new Date() }
  }

  test('is of the draft as it was seen: whoever saved meanwhile loses nothing', async ({ assert }) => {
    const office = await openOffice()
    const seen = await given(office)
    await nextVersion(office)
    await inTown(office.town.id, (trx) =>
      trx.rows(`UPDATE drafts SET version = version + 1 WHERE municipality_id = $1`, [office.town.id])
    )
    assert.isTrue(await new MoveDraft().execute(seen))
    const draft = await draftOf(office.town.id, office.test.person.id, seen.draft.id)
    assert.deepInclude(draft!, { digest: office.procedure.digest, version: seen.draft.version + 1 })
  })

  test('remembers what was still to be asked when the town changes it twice', async ({ assert }) => {
    const office = await openOffice()
    const first = await given(office)
    await stricter(office)
    await new MoveDraft().execute(first)
    const { id } = first.draft
    const draft = (await draftOf(office.town.id, office.test.person.id, id))!
    const third = await nextVersion(
      office,
      [FORM, '/required', REQUIRED],
      [FORM, '/properties/subject/maxLength', 5],
      [FORM, '/properties/facts/maxLength', 3000]
    )
    assert.isTrue(await new MoveDraft().execute({ ...first, draft }))
    const moved = (await draftOf(office.town.id, office.test.person.id, id))!
    assert.equal(moved.digest, third.digest)
    assert.sameMembers(moved.askedAgain, ['contact', 'subject', 'facts'])
  })

  test('is of one’s own draft, in one’s own town', async ({ assert }) => {
    const [office, other] = [await openOffice(), await openOffice()]
    const seen = await given(office)
    await nextVersion(office)
    const neighbour = citizenFrom(await addPerson(office.town.id))
    await new MoveDraft().execute({ ...seen, citizen: neighbour })
    await new MoveDraft().execute({ ...seen, town: other.town })
    const draft = await draftOf(office.town.id, office.test.person.id, seen.draft.id)
    assert.equal(draft?.digest, office.procedure.digest)
  })

  test('refuses nothing to a case: what was filed stays on its version, and is answered on it', async ({
    assert,
  }) => {
    const open = await requiredCase()
    const { office, town, caseId, taskId } = open
    await stricter(office)
    const { slug, digest } = office.procedure
    const draftId = (await new StartDraftInCase().execute({
      municipalityId: town.id,
      personId: town.person.id,
      slug,
      digest,
      language: 'es',
      kind: 'correction',
      caseId,
      taskId,
      at: FILED,
    }))!
    const common = { town: office.town, citizen: citizenFrom(town.person), draftId, version: 1 }
    const given = { ...common, caseId, taskId, at: FILED, moved: true, uploads: [] }
    assert.deepEqual(await new SubmitFiling().execute(given), { ok: false, error: { kind: 'in_case' } })
    const answered = await new AnswerRequirement().execute({ ...given, answers: { answer: 'Es el 12.' } })
    assert.isTrue(answered.ok)
  })
})
