import { readdir } from 'node:fs/promises'
import { test } from '@japa/runner'
import { offered } from '#catalogue/queries/offered'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { pageTitle } from '#desk/domain/page_title'
import { atTheDesk, DeskVisitor } from '#tests/support/desk_visitor'
import { openCase } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { addOfficer, testTown } from '#tests/support/town'

const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1]

test.group('The frame of the desk', () => {
  test('names each page before any script runs', async ({ assert }) => {
    const { town, caseId } = await openCase({ subject: 'Farola <b>' })
    const visitor = await atTheDesk(town, town.officer)
    const title = async (path: string) => titleOf((await visitor.get(path)).body)
    assert.match((await title('/desk/inbox'))!, /^Inbox · \S/)
    assert.match((await title('/desk/registry?book=outgoing'))!, /^Outgoing book · \S/)
    assert.match((await title(`/desk/cases/${caseId}`))!, /^2026-E-RE-000001 · Farola &lt;b&gt; · \S/)
  })

  test('knows what every page is called', async ({ assert }) => {
    const props = {
      notice: { subject: 'x' },
      line: { number: 'x' },
      task: { title: 'x' },
      incident: { element: 'x' },
      case: { number: 'x' },
      faults: { what: null, reason: null },
      title: 'x',
      book: 'x',
    }
    for (const file of await readdir('resources/js/pages/desk'))
      assert.isNotEmpty(
        pageTitle({ component: `desk/${file.replace('.tsx', '')}`, props }, (key) => key),
        file
      )
  })

  test('is round an address that leads nowhere, too', async ({ assert }) => {
    const town = await testTown()
    for (const visitor of [await atTheDesk(town, town.officer), new DeskVisitor(town.host)]) {
      const { status, body } = await visitor.get('/desk/nowhere')
      assert.equal(status, 404)
      assert.include(body, 'look for the case by its number')
      assert.include(body, 'href="/desk"')
      for (const citizens of ['href="/sign-in"', 'href="/folder"', 'href="/procedures"'])
        assert.notInclude(body, citizens)
    }
    const elsewhere = await new DeskVisitor(town.host).get('/desktop')
    assert.include(elsewhere.body, 'href="/sign-in"')
  })

  test('says in words whom a shut door is for', async ({ assert }) => {
    const town = await testTown()
    const registrar = await atTheDesk(town, await addOfficer(town.id, { roles: ['registrar'] }))
    const { status, body } = await registrar.get('/desk/inbox')
    assert.equal(status, 403)
    assert.include(body, 'it is for case handlers, technicians, those who resolve, administrators')
    assert.notInclude(body, 'case_handler')
  })

  test('offers the phases that open cases can have, and no other', async ({ assert }) => {
    const { town, office } = await openCase()
    const { props } = await (await atTheDesk(town, town.officer)).get('/desk/inbox')
    const words = (phase: string) => textOf(office.procedure.texts, 'en', `phases.${phase}`)
    const phases = props.phases.map(({ label }: any) => label)
    assert.includeMembers(phases, [words('review'), words('resolution')])
    assert.notInclude(phases, words('closed'))
    assert.lengthOf(new Set(phases), phases.length)
  })

  test('tells of which procedure a phase is, unless several have it or one is chosen', async ({ assert }) => {
    const { town, office } = await openCase()
    const desk = await atTheDesk(town, town.officer)
    const { phases, procedures } = (await desk.get('/desk/inbox')).props
    const titles = procedures.map(({ label }: any) => label)
    const groups = [...new Set(phases.map(({ group }: any) => group))]
    assert.includeMembers(['', ...titles], groups)
    assert.isAbove(groups.length, 1)
    const one = (await desk.get(`/desk/inbox?procedure=${office.procedure.slug}`)).props.phases
    assert.isNotEmpty(one)
    assert.isTrue(one.every(({ group }: any) => group === ''))
  })

  test('offers a phase by its words, also where another procedure means another by the same id', async ({
    assert,
  }) => {
    const { town, office, caseId } = await openCase()
    const visitor = await atTheDesk(town, town.officer)
    const other = (await offered(town.id)).find(
      ({ slug, phases }) => slug !== office.procedure.slug && phases.includes('review')
    )!
    const found = async ({ texts }: CompiledProcedure) => {
      const { phases } = (await visitor.get('/desk/inbox')).props
      const { value } = phases.find(({ label }: any) => label === textOf(texts, 'en', 'phases.review'))
      const { props } = await visitor.get(`/desk/inbox?phase=${encodeURIComponent(value)}`)
      return props.cases.map(({ id }: any) => id)
    }
    assert.deepEqual(await found(office.procedure), [caseId])
    assert.deepEqual(await found(other), [])
  })
})

test.group('A courtesy mail of a procedure', () => {
  test('has the town’s name and colour, and leads to the case in the folder', async ({ assert }) => {
    const { town, caseId, office } = await openCase()
    const [mail] = await rowsOf<{ html: string; text: string }>(
      town.id,
      'SELECT html, text FROM notices WHERE municipality_id = $1 ORDER BY id LIMIT 1'
    )
    for (const written of [mail!.html, mail!.text]) assert.include(written, `/folder/cases/${caseId}`)
    assert.include(mail!.html, office.town.settings.council.es)
    assert.include(mail!.html, `background:${office.town.settings.colours.brandDark}`)
  })
})
