import { test } from '@japa/runner'
import { verifyTown } from '#start/verify'
import { earlierAnswers } from '#filings/registrar/earlier_answers'
import type { CitizenVisitor } from '#tests/support/citizen_visitor'
import { CommitCutter } from '#tests/support/faults/commit_cutter'
import { citizenOf, demoOffice } from '#tests/support/faults/office'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { webProcess, type HouseProcess } from '#tests/support/faults/processes'
import { readyDraft, type OpenOffice } from '#tests/support/filing'

let database: OwnDatabase
let office: OpenOffice
let web: HouseProcess
let wire: CommitCutter
let citizen: CitizenVisitor

/** The statement that numbers entries: it is in every transaction that files, and in no other. */
const FILES = 'record_entries_incoming'

async function post() {
  const { draftId, version } = await readyDraft(office)
  const send = () => citizen.submit(`/filings/${draftId}/submission`, { _version: String(version) })
  const filed = async () => (await earlierAnswers(office.town.id, [draftId])).length
  return { draftId, send, filed }
}

test.group('A connection that is cut in the middle of COMMIT', (group) => {
  group.setup(async () => {
    database = await ownDatabase()
    office = await demoOffice()
    wire = await CommitCutter.before(database.env.DATABASE_URL!)
    web = await webProcess({ ...database.env, DATABASE_URL: wire.url })
    citizen = await citizenOf(office, web.port)
    return async () => {
      await web.kill()
      wire.close()
      await database.remove()
    }
  })

  test('before the server got it: nothing is acknowledged; the next post files', async ({ assert }) => {
    const { draftId, send, filed } = await post()
    wire.arm('before', FILES)
    const lost = await send()
    assert.deepEqual([lost.status, lost.headers['retry-after'], await filed()], [503, '5', 0])
    assert.equal(wire.cuts, 1)
    const { status, headers } = await send()
    assert.deepEqual([status, headers.location, await filed()], [303, `/filings/${draftId}/receipt`, 1])
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  test('after the server got it: the answer is found under the key, and no second entry is made', async ({
    assert,
  }) => {
    const { draftId, send, filed } = await post()
    wire.arm('after', FILES)
    const { status, headers } = await send()
    assert.equal(wire.cuts, 2)
    assert.deepEqual([status, headers.location, await filed()], [303, `/filings/${draftId}/receipt`, 1])
    assert.equal((await send()).headers.location, headers.location)
    assert.equal((await citizen.get(headers.location!)).status, 200)
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  test('of one filing among many: each has one entry, or none and no answer', async ({ assert }) => {
    const many = await Promise.all(Array.from({ length: 20 }, post))
    wire.arm('after', FILES)
    const answers = await Promise.all(many.map(({ send }) => send()))
    assert.equal(wire.cuts, 3)
    for (const [at, { status }] of answers.entries()) {
      assert.include([303, 503], status)
      if (status === 303) assert.equal(await many[at]!.filed(), 1)
      assert.equal((await many[at]!.send()).status, 303)
    }
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })
})
