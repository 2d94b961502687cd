import { test } from '@japa/runner'
import { demoIdentities } from '#identity/domain/demo_identities'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { unwrap } from '#core/result'
import { StartDraft } from '#filings/actions/start_draft'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { CitizenVisitor, signedIn } from '#tests/support/citizen_visitor'
import { familyOf, foundIn, hears } from '#tests/support/exchange'
import { citizenFrom, openOffice, publishedProcedures } from '#tests/support/filing'
import { fillIn } from '#tests/support/filled_in'
import { rowsOf } from '#tests/support/rows'
import { wordsIn } from '#tests/support/page_forms'
import { COLLECTIVE } from '#tests/support/slip'
import { walkToReceipt } from '#tests/support/walk_filing'
import { settle } from '#tests/support/worker'

const SLUG = 'residence-slip'
const [AMPARO, VICENT, , JOSEP] = demoIdentities

async function slipOffice() {
  const office = await openOffice({ demo: true })
  hears(office.town.id, async ({ subject }) => foundIn(familyOf(subject.identifier, subject.name)))
  const procedure = (await publishedProcedures()).find(({ slug }) => slug === SLUG)!
  return { ...office, procedure, citizen: await signedIn(office.test) }
}

const tasksOf = (townId: string) =>
  rowsOf(townId, `SELECT 1 FROM tasks WHERE municipality_id = $1 AND element = 'look' AND state = 'open'`)

/** A worker that looks every now and then, as long as something else takes. */
async function working<T>(townId: string, work: Promise<T>): Promise<T> {
  let done = false
  void work.finally(() => (done = true)).catch(() => {})
  while (!done) {
    await settle(townId, new Date())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return work
}

test.group('What is issued by itself', () => {
  test('is on the receipt the first time it is seen, without a script: to open, and to read as a page', async ({
    assert,
  }) => {
    const { citizen, town } = await slipOffice()
    const receipt = await walkToReceipt(citizen, SLUG, COLLECTIVE)
    const page = await working(town.id, citizen.get(receipt))
    assert.include(wordsIn(page.body), 'Your document is ready')
    const [, href] = /href="(\/documents\/[^"/]+)" class="govuk-button">Open the document/.exec(page.body)!
    const pdf = await citizen.get(href!)
    assert.equal(pdf.status, 200)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    const read = wordsIn((await citizen.get(`${href}/page`)).body)
    for (const part of ['Volante colectivo', 'Ramon Climent Tormo', '***4556**']) assert.include(read, part)
    const folder = wordsIn((await citizen.get('/folder/documents')).body)
    assert.include(folder, 'Volante de empadronamiento')
  }).timeout(20_000)

  test('is said to be coming while nobody works, with a link to look again; the page never reloads itself', async ({
    assert,
  }) => {
    const { citizen, town } = await slipOffice()
    const receipt = await walkToReceipt(citizen, SLUG, COLLECTIVE)
    const page = await citizen.get(receipt)
    assert.include(wordsIn(page.body), 'Your document is being prepared')
    assert.include(page.body, `href="${receipt}" class="govuk-button">See whether it is ready`)
    assert.notMatch(page.body, /http-equiv="refresh"/i)
    await settle(town.id, new Date())
    assert.include(wordsIn((await citizen.get(receipt)).body), 'Your document is ready')
  }).timeout(20_000)

  test('is not on the receipt where somebody has to look: the page says that they do', async ({ assert }) => {
    const office = await slipOffice()
    const { citizen, town } = office
    hears(town.id, async () => ({ outcome: 'not_found', reference: null }))
    const receipt = await walkToReceipt(citizen, SLUG, COLLECTIVE)
    await settle(town.id, new Date())
    const words = wordsIn((await citizen.get(receipt)).body)
    assert.include(words, 'somebody at the office looks at it')
    for (const part of ['is ready', 'is being prepared', 'without waiting for anybody'])
      assert.notInclude(words, part)
    assert.lengthOf(await tasksOf(office.town.id), 1)
  })

  test('leads to the payment first where the town charges', async ({ assert }) => {
    const office = await slipOffice()
    const rows = [
      { when: ['collective'], value: '0.50' },
      { when: [null], value: '0' },
    ]
    const rates = [{ from: '2026-01-01', article: 'Ordenanza fiscal 7, art. 5', rows }]
    const municipalityId = office.town.id
    unwrap(await fillIn(municipalityId, { slug: SLUG, values: { tables: { slip: rates } } }))
    unwrap(await new AdoptProcedure().execute(municipalityId, office.procedure))
    const receipt = await walkToReceipt(office.citizen, SLUG, COLLECTIVE)
    await settle(office.town.id, new Date())
    const page = await office.citizen.get(receipt)
    assert.include(wordsIn(page.body), '€0.50 is to be paid before')
    const [, href] = /href="(\/folder\/payments\/[^"]+)" class="govuk-button">/.exec(page.body)!
    assert.equal((await office.citizen.get(href!)).status, 200)
  })
})

test.group('The data of a household', () => {
  test('are for whoever asked: nobody else opens the slip, nor knows that it is there', async ({
    assert,
  }) => {
    const { citizen, town, test: testTown } = await slipOffice()
    const receipt = await walkToReceipt(citizen, SLUG, COLLECTIVE)
    await settle(town.id, new Date())
    const [href] = /\/documents\/[^"/]+(?=" class="govuk-button">Open)/.exec(
      (await citizen.get(receipt)).body
    )!
    const other = await new CitizenVisitor(testTown.host).signIn(VICENT)
    assert.equal((await other.get(href!)).status, 404)
    assert.equal((await other.get(`${href}/page`)).status, 404)
    assert.equal((await other.get(receipt)).status, 404)
    assert.equal((await citizen.get(href!)).status, 200)
  })

  test('are for no entity: who signed in for one is told to come as themselves', async ({ assert }) => {
    const { test: testTown } = await slipOffice()
    const baker = await new CitizenVisitor(testTown.host).signIn(JOSEP)
    const form = await baker.formAt(`/procedures/${SLUG}`, `/procedures/${SLUG}/filings`)
    const refused = await baker.send(form)
    assert.equal(refused.status, 403)
    assert.include(wordsIn(refused.body), 'sign in as yourself')
  })

  test('are for nobody who is known less surely than the sheet asks, not even on a draft of their own', async ({
    assert,
  }) => {
    const { town, test: testTown, procedure } = await slipOffice()
    const at = new Date()
    const begun = await new StartDraft().execute({
      ...{ municipalityId: town.id, personId: testTown.person.id, language: 'es', answers: COLLECTIVE, at },
      ...{ slug: procedure.slug, digest: procedure.digest },
    })
    const draftId = unwrap(begun)
    const citizen = citizenFrom(testTown.person)
    const file = (given: Partial<typeof citizen>) =>
      new SubmitFiling().execute({ town, citizen: { ...citizen, ...given }, draftId, version: 1, at })
    const low = await file({ level: 'low' })
    assert.deepInclude(low.ok ? {} : low.error, { kind: 'barred', bar: 'level' })
    const entity = await file({ organisation: JOSEP!.organisation })
    assert.deepInclude(entity.ok ? {} : entity.error, { kind: 'barred', bar: 'audience' })
    unwrap(await file({}))
    assert.equal(AMPARO!.identifier, testTown.person.identifier)
  })
})
