import { unwrap } from '#core/result'
import { test } from '@japa/runner'
import { effectiveFiling } from '#deadlines/index'
import { StartDraft } from '#filings/actions/start_draft'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { calendarOf } from '#tenancy/queries/calendar'
import { plant } from '#tests/catalogue/small_procedure'
import { formIn, signedIn } from '#tests/support/citizen_visitor'
import { citizenFrom, openOffice, type OpenOffice } from '#tests/support/filing'
import { wordsIn } from '#tests/support/page_forms'
import { countOf, rowsOf } from '#tests/support/rows'
import { adoptSmall } from '#tests/support/small_version'

const DAY_MS = 86_400_000
const SLUG = 'small'
const ANSWERS = { request: 'Una pista de petanca' }

const withWindow = ({ town }: OpenOffice, from: string, to: string) =>
  adoptSmall(town.id, (files) => plant(files, 'procedure.json', '/window', { from, to }))

/** So many days from the one on which a filing of now counts. */
async function dayFromNow({ town }: OpenOffice, days: number): Promise<string> {
  const { effectiveDate } = effectiveFiling(new Date().toISOString(), await calendarOf(town.id))
  return new Date(Date.parse(effectiveDate) + days * DAY_MS).toISOString().slice(0, 10)
}

const shifted = async (office: OpenOffice, from: number, to: number) =>
  withWindow(office, await dayFromNow(office, from), await dayFromNow(office, to))

/** A draft of the person of the town, ready to file, begun while one could. */
const draftOf = async ({ town, test: { person } }: OpenOffice, digest: string) =>
  unwrap(
    await new StartDraft().execute({
      municipalityId: town.id,
      personId: person.id,
      slug: SLUG,
      digest,
      language: 'es',
      answers: ANSWERS,
      at: new Date(),
    })
  )

test.group('Over HTTP, a procedure with a window', () => {
  for (const [when, from, to, says] of [
    ['before it opens', 20, 40, 'can be submitted from'],
    ['after it has closed', -40, -20, 'ended on'],
  ] as const)
    test(`${when} begins no draft: it says the day, and where else to go`, async ({ assert }) => {
      const office = await openOffice({ demo: true })
      const citizen = (await signedIn(office.test)).speaking('en')
      await shifted(office, -5, 5)
      const left = await citizen.formAt(`/procedures/${SLUG}`, `/procedures/${SLUG}/filings`)
      await shifted(office, from, to)
      const { status, body } = await citizen.send(left)
      assert.equal(status, 409)
      assert.include(wordsIn(body), says)
      assert.include(body, `href="/procedures/${office.procedure.slug}"`)
      assert.equal(await countOf(office.town.id, 'drafts'), 0)
      const sheet = await citizen.get(`/procedures/${SLUG}`)
      assert.include(wordsIn(sheet.body), says)
      assert.throws(() => formIn(sheet, `/procedures/${SLUG}/filings`))
    })

  test('that closes while somebody writes takes nothing any more, and keeps what was written', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = (await signedIn(office.test)).speaking('en')
    const { digest } = await shifted(office, -40, -20)
    const id = await draftOf(office, digest)
    const { status, body } = await citizen.submit(`/filings/${id}/submission`, { _version: '1' })
    assert.equal(status, 409)
    assert.include(wordsIn(body), 'ended on')
    assert.include(body, `href="/procedures/${office.procedure.slug}"`)
    assert.equal(await countOf(office.town.id, 'register_entries'), 0)
    assert.deepEqual(
      await rowsOf(office.town.id, `SELECT answers, version FROM drafts WHERE municipality_id = $1`),
      [{ answers: ANSWERS, version: 1 }]
    )
    const check = await citizen.get(`/filings/${id}/check`)
    assert.equal(check.status, 200)
    assert.include(wordsIn(check.body), 'ended on')
    assert.include(check.body, ANSWERS.request)
    assert.throws(() => formIn(check, `/filings/${id}/submission`))
  })
})

/** What becomes of a filing at an instant, in a town that closes weekends and New Year's Day. */
async function filedAt(from: string, to: string, at: string): Promise<string> {
  const office = await openOffice()
  const { digest } = await withWindow(office, from, to)
  const { town, test } = office
  const filed = await new SubmitFiling().execute({
    town,
    citizen: citizenFrom(test.person),
    draftId: await draftOf(office, digest),
    version: 1,
    at: new Date(at),
    moved: true,
  })
  if (filed.ok) return filed.value.effectiveDate
  return filed.error.kind === 'out_of_window' ? filed.error.window.state : filed.error.kind
}

test.group('A filing in a procedure with a window', () => {
  test('is in time from the first instant of its first day to the last of its last', async ({ assert }) => {
    const window = ['2026-03-03', '2026-03-05'] as const
    assert.equal(await filedAt(...window, '2026-03-02T22:59:59Z'), 'early')
    assert.equal(await filedAt(...window, '2026-03-02T23:00:00Z'), '2026-03-03')
    assert.equal(await filedAt(...window, '2026-03-05T22:59:59Z'), '2026-03-05')
    assert.equal(await filedAt(...window, '2026-03-05T23:00:00Z'), 'late')
  })

  test('counts by the day on which it takes effect (Law 39/2015, arts. 30.5 and 31.2)', async ({
    assert,
  }) => {
    // 7 March 2026 is a Saturday.
    assert.equal(await filedAt('2026-03-02', '2026-03-06', '2026-03-07T10:00:00Z'), 'late')
    assert.equal(await filedAt('2026-03-02', '2026-03-08', '2026-03-08T10:00:00Z'), '2026-03-09')
    assert.equal(await filedAt('2026-03-09', '2026-03-20', '2026-03-07T10:00:00Z'), '2026-03-09')
  })

  test('that straddles the last midnight is late: it is the lock that says the day', async ({ assert }) => {
    const office = await openOffice()
    const { town, test } = office
    const today = await dayFromNow(office, 0)
    const { digest } = await withWindow(office, '2026-01-01', '2026-01-02')
    const draftId = await draftOf(office, digest)
    assert.isAbove(today.localeCompare('2026-01-02'), 0)
    const at = new Date('2026-01-02T22:59:59Z')
    const filed = await new SubmitFiling().execute({
      town,
      citizen: citizenFrom(test.person),
      draftId,
      version: 1,
      at,
    })
    assert.deepInclude(filed, { ok: false })
    assert.equal(!filed.ok && filed.error.kind, 'out_of_window')
    assert.equal(await countOf(town.id, 'register_entries'), 0)
    assert.equal(await countOf(town.id, 'drafts'), 1)
  })
})
