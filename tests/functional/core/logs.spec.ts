import { rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { demoIdentities } from '#identity/domain/demo_identities'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { DeskVisitor } from '#tests/support/desk_visitor'
import { testTown } from '#tests/support/town'
import { webProcess } from '#tests/support/web_process'
import { droppedCatalogue, fileOwls, OWL } from '../catalogue/file_owls.js'
import { SLUG } from '../catalogue/owl_tower.js'

const NAME = 'Gertrudis-planted'
const WRONG = 'a-wrong-password-planted'

/** The database refuses what is written, and says in its detail all that was. */
async function refusing<T>(table: string, work: () => Promise<T>): Promise<T> {
  const owner = db.connection('owner')
  await owner.rawQuery(`ALTER TABLE ${table} ADD CONSTRAINT planted_fault CHECK (false) NOT VALID`)
  try {
    return await work()
  } finally {
    await owner.rawQuery(`ALTER TABLE ${table} DROP CONSTRAINT planted_fault`)
  }
}

test.group('What is logged', () => {
  test('is JSON, and tells of no person, answer, cookie, password or token', async ({ assert, cleanup }) => {
    const root = await droppedCatalogue()
    const town = await testTown({ demo: true })
    const { published } = await loadCatalogue(root)
    for (const { slug, digest } of published) await new AdoptProcedure().execute(town.id, { slug, digest })
    await new IssueDemoSeal().execute(town.id, { name: 'Vila de Prova', taxNumber: 'P4600000A' })
    const web = await webProcess({ LOG_LEVEL: 'trace' })
    cleanup(async () => {
      await web.end()
      await rm(root, { recursive: true })
    })

    const citizen = await new CitizenVisitor(town.host).at(web.port).signIn()
    assert.match(await fileOwls(citizen, { 'answers[owlName]': NAME }), /receipt/)
    const page = await citizen.begin(SLUG)
    await refusing('drafts', async () => {
      const { status } = await citizen.answer(page, { ...OWL.who, 'answers[owlName]': NAME })
      assert.equal(status, 500)
    })
    await citizen.submit(`/folder?q=${town.person.identifier}`, { name: town.person.name })

    const desk = new DeskVisitor(town.host).at(web.port)
    await desk.signIn({ ...town.officer, password: WRONG })
    assert.equal((await desk.signIn(town.officer)).status, 303)
    await desk.get(`/desk/search?q=${encodeURIComponent(town.person.email)}`)

    const [person] = demoIdentities
    const log = web.log()
    const lines = log.trim().split('\n').map((line) => JSON.parse(line)) // prettier-ignore
    const fault = lines.find(({ msg }) => msg === 'request failed')
    assert.equal(fault.err.code, '23514')
    assert.equal(fault.err.constraint, 'planted_fault')
    assert.match(fault.err.stack, /^\s+at /)
    const planted = {
      'the name': person!.givenName,
      'the surnames': person!.surnames,
      'the tax number': person!.identifier,
      'the e-mail': person!.email,
      'the telephone': person!.phone,
      'an answer': NAME,
      'the e-mail of the officer': town.officer.email,
      'the password': town.officer.password,
      'a wrong password': WRONG,
      'what was searched for': town.person.email,
      "a person's number in an address": town.person.identifier,
    }
    for (const [what, value] of Object.entries(planted)) assert.notInclude(log, value, what)
    for (const visitor of [citizen, desk])
      for (const name of ['finestra', 'XSRF-TOKEN'])
        assert.notInclude(log, visitor.cookieNamed(name) ?? 'no such cookie', name)
  })
})
