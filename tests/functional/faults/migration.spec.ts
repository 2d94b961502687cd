import { test } from '@japa/runner'
import { verifyTown } from '#start/verify'
import { demoOffice } from '#tests/support/faults/office'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { workerProcess } from '#tests/support/faults/processes'
import { rowsOf } from '#tests/support/rows'
import { publishNext, started, writtenPlan } from '#tests/support/versions'
import { settle } from '#tests/support/worker'
import { file } from '../invariants/office_at_work.js'

let database: OwnDatabase

test.group('Cases on their way to another version', (group) => {
  group.setup(async () => {
    database = await ownDatabase()
    return () => database.remove()
  })

  test('when the worker is killed in the middle of one (migration.case_written): each is moved, once', async ({
    assert,
  }) => {
    const office = await demoOffice()
    const town = office.test
    const ids: string[] = []
    for (let n = 0; n < 4; n += 1) ids.push((await file(office)).caseId)
    await settle(town.id, new Date())
    const to = await publishNext(office.procedure)
    const of = { office, town }
    await started(of, await writtenPlan(of, to), { at: new Date() })
    const third = ids.sort()[2]
    const worker = workerProcess({
      ...database.env,
      FINESTRA_FAILPOINT: ['migration.case_written', third].join(':'),
    })
    assert.equal(await worker.ended, 'SIGKILL')
    const moved = () =>
      rowsOf(town.id, `SELECT id FROM case_files WHERE municipality_id = $1 AND digest = $2`, [to.digest])
    assert.lengthOf(await moved(), 2, 'what was committed stands, what was not is undone')
    await rowsOf(town.id, `UPDATE jobs SET locked_until = NULL WHERE municipality_id = $1`)
    assert.deepEqual((await settle(town.id, new Date())).failures, [])
    assert.lengthOf(await moved(), 4)
    const receipts = await rowsOf(town.id, `SELECT case_id FROM case_migrations WHERE municipality_id = $1`)
    assert.lengthOf(receipts, 4)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
