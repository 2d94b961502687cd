import { test } from '@japa/runner'
import { documentsOfFiling } from '#documents/queries/documents'
import { pressReceipt } from '#filings/actions/make_filing_document'
import { filedById } from '#filings/queries/filed'
import { verifyTown } from '#start/verify'
import { citizenOf, demoOffice } from '#tests/support/faults/office'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { webProcess, type HouseProcess } from '#tests/support/faults/processes'
import { lasting } from '#tests/support/faults/same_page'
import { readyDraft, type OpenOffice } from '#tests/support/filing'
import { inTown } from '#tenancy/town_transaction'

let database: OwnDatabase
let office: OpenOffice
let web: HouseProcess

/** The receipt as any process would press it from what was committed, and its id. */
async function pressedAnew(filingId: string) {
  const documents = await documentsOfFiling(office.town.id, filingId)
  const { id, code } = documents.find(({ kind }) => kind === 'receipt')!
  const filed = (await filedById(office.town.id, filingId))!
  return { id, bytes: (await pressReceipt(filed, code!)).bytes }
}

/** A PDF without its signature, which is another each time. */
const unsealed = (pdf: Buffer) => pdf.toString('latin1').replace(/\/Contents <[0-9a-f]+>/, '')

const entriesOf = async (filingId: string) =>
  (
    await inTown(office.town.id, (trx) =>
      trx.rows(`SELECT id FROM register_entries WHERE municipality_id = $1 AND filing_id = $2`, [
        office.town.id,
        filingId,
      ])
    )
  ).length

test.group('A web process that is killed while somebody files', (group) => {
  group.setup(async () => {
    database = await ownDatabase()
    office = await demoOffice()
    web = await webProcess(database.env)
    return async () => {
      await web.kill()
      await database.remove()
    }
  })

  for (const { title, failpoint, filed } of [
    { title: 'before the commit', failpoint: 'registrar.written', filed: 0 },
    { title: 'between the commit and the answer', failpoint: 'registrar.committed', filed: 1 },
    { title: 'with the receipt pressed and nobody told', failpoint: 'receipt.pressed', filed: 1 },
  ])
    test(`${title} (${failpoint}) leaves one filing, and every later post the same answer, byte for byte`, async ({
      assert,
    }) => {
      const { draftId, version } = await readyDraft(office)
      const citizen = await citizenOf(office, web.port)
      const post = () => citizen.submit(`/filings/${draftId}/submission`, { _version: String(version) })

      const doomed = await webProcess({ ...database.env, FINESTRA_FAILPOINT: failpoint })
      citizen.at(doomed.port)
      await assert.rejects(post)
      assert.equal(await doomed.ended, 'SIGKILL')
      assert.equal(await entriesOf(draftId), filed)

      citizen.at(web.port)
      const [first, second] = [await post(), await post()]
      for (const { status, headers } of [first, second])
        assert.deepEqual([status, headers.location], [303, `/filings/${draftId}/receipt`])
      assert.isTrue(first.bytes.equals(second.bytes))

      const pages = [await citizen.get(first.headers.location!), await citizen.get(second.headers.location!)]
      assert.equal(pages[0]!.status, 200)
      assert.equal(lasting(pages[0]!.body), lasting(pages[1]!.body))

      const pressed = await pressedAnew(draftId)
      assert.include(pages[0]!.body, `/documents/${pressed.id}`)
      const receipts = [
        await citizen.get(`/documents/${pressed.id}`),
        await citizen.get(`/documents/${pressed.id}`),
      ]
      assert.isTrue(receipts[0]!.bytes.equals(receipts[1]!.bytes))
      assert.equal(unsealed(receipts[0]!.bytes), unsealed(pressed.bytes))

      assert.equal(await entriesOf(draftId), 1)
      assert.deepEqual((await verifyTown(office.town.id)).violations, [])
    })
})
