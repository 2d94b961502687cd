import { test } from '@japa/runner'
import { CompleteTask } from '#cases/actions/complete_task'
import { casePage } from '#cases/queries/case_page'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { demoOffice } from '#tests/support/faults/office'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { workerProcess } from '#tests/support/faults/processes'
import type { OpenOffice } from '#tests/support/filing'
import { mailServer } from '#tests/support/mail_server'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'
import { file } from '../invariants/office_at_work.js'

let database: OwnDatabase

const rows = <Row extends object>({ town }: OpenOffice, sql: string) =>
  inTown(town.id, (trx) => trx.rows<Row>(sql, [town.id]))

/** What a requirement leaves behind, each of it once. */
const effects = async (office: OpenOffice) =>
  (
    await rows(
      office,
      `SELECT (SELECT count(*)::int FROM documents WHERE municipality_id = $1 AND kind = 'requirement') AS letters,
              (SELECT count(*)::int FROM register_entries WHERE municipality_id = $1 AND book = 'outgoing') AS entries,
              (SELECT max(number)::int FROM register_entries WHERE municipality_id = $1 AND book = 'outgoing') AS "lastNumber",
              (SELECT count(*)::int FROM notifications WHERE municipality_id = $1) AS notifications`
    )
  )[0]
const NOTHING = { letters: 0, entries: 0, lastNumber: null, notifications: 0 }
const ONCE = { letters: 1, entries: 1, lastNumber: 1, notifications: 1 }

/** A case whose handler has just asked for a correction: the letter is the worker's to write. */
async function requirementAsked(): Promise<OpenOffice> {
  const office = await demoOffice()
  const { caseId } = await file(office)
  await settle(office.town.id, new Date())
  const page = await casePage(office.town.id, caseId, new Date())
  const task = page!.tasks.find(({ state }) => state === 'open')!
  const steps = Object.values(office.procedure.scenarios).flatMap((scenario) => scenario.steps)
  const asks = steps.find((step) => 'with' in step && step.with['decision'] === 'correction') as any
  const actor = { kind: 'officer' as const, id: office.test.officer.id }
  const answer = { taskId: task.id, roles: [task.role], answers: asks.with, actor, at: new Date() }
  unwrap(await new CompleteTask().execute({ ...answer, municipalityId: office.town.id }))
  return office
}

/** The lease of whoever died runs out, and another does what they left. */
async function takeOver({ town }: OpenOffice) {
  await inTown(town.id, (trx) =>
    trx.rows(`UPDATE jobs SET locked_until = NULL WHERE municipality_id = $1`, [town.id])
  )
  return (await settle(town.id, new Date())).failures
}

const dies = (failpoint: string, env: Record<string, string> = {}) =>
  workerProcess({ ...database.env, ...env, FINESTRA_FAILPOINT: failpoint }).ended

test.group('A worker that is killed', (group) => {
  group.setup(async () => {
    database = await ownDatabase()
    return () => database.remove()
  })

  test('with a receipt made and not stored (document.made): it is made again, and stored once', async ({
    assert,
  }) => {
    const office = await demoOffice()
    await file(office)
    assert.equal(await dies('document.made'), 'SIGKILL')
    const stored = () => rows(office, `SELECT FROM document_contents WHERE municipality_id = $1`)
    assert.lengthOf(await stored(), 0)
    assert.deepEqual(await takeOver(office), [])
    assert.lengthOf(await stored(), 2)
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  for (const { title, failpoint, before } of [
    {
      title: 'with a letter made and nothing written',
      failpoint: 'activity.prepared:documents.issue',
      before: NOTHING,
    },
    {
      title: 'with an entry written and not committed',
      failpoint: 'activity.written:registry.record_outgoing',
      before: { ...NOTHING, letters: 1 },
    },
  ])
    test(`${title} (${failpoint}): all of it is done, once`, async ({ assert }) => {
      const office = await requirementAsked()
      assert.equal(await dies(failpoint), 'SIGKILL')
      assert.deepEqual(await effects(office), before)
      assert.deepEqual(await takeOver(office), [])
      assert.deepEqual(await effects(office), ONCE)
      assert.deepEqual((await verifyTown(office.town.id)).violations, [])
    })

  test('with a mail sent and not noted (notice.sent): it leaves again under the same name', async ({
    assert,
    cleanup,
  }) => {
    const server = await mailServer()
    cleanup(() => server.close())
    const env = { SMTP_URL: server.url }
    const office = await demoOffice()
    await file(office)
    assert.equal(await dies('notice.sent', env), 'SIGKILL')
    await inTown(office.town.id, (trx) =>
      trx.rows(`UPDATE jobs SET locked_until = NULL WHERE municipality_id = $1`, [office.town.id])
    )
    const worker = workerProcess({ ...database.env, ...env })
    await worker.until(() => server.mails.length === 2)
    await worker.kill('SIGTERM')
    const [first, second] = server.mails
    assert.equal(first!.messageId, second!.messageId)
    const notices = await rows<{ state: string }>(
      office,
      `SELECT state FROM notices WHERE municipality_id = $1`
    )
    assert.deepEqual(notices, [{ state: 'sent' }])
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })
})
