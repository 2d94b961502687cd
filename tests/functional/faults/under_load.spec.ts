import { test } from '@japa/runner'
import { verifyTown } from '#start/verify'
import { demoOffice } from '#tests/support/faults/office'
import { Kept } from '#tests/support/faults/kept'
import { Load } from '#tests/support/faults/load'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { webProcess, workerProcess } from '#tests/support/faults/processes'
import { asOwnerOf } from '#tests/support/faults/statement'
import type { OpenOffice } from '#tests/support/filing'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

let database: OwnDatabase
let webs: Kept[]
let worker: Kept
let offices: OpenOffice[]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The port of a web process that is up, any of them. */
function somePort(): number | undefined {
  const up = webs.map(({ process }) => process).filter((process) => process !== null)
  return up[Math.floor(Math.random() * up.length)]?.port
}

const shuffled = <T>(all: T[]): T[] => all.sort(() => Math.random() - 0.5)

/** What the book says of each filing: its number, by draft. */
const book = ({ town }: OpenOffice) =>
  inTown(town.id, async (trx) => {
    const entries = await trx.rows<{ filing: string; number: number; written: string }>(
      `SELECT filing_id AS filing, number::int, entry_number AS written FROM register_entries
       WHERE municipality_id = $1 AND book = 'incoming' ORDER BY number`,
      [town.id]
    )
    return {
      numbers: entries.map(({ number }) => number),
      written: new Map(entries.map((e) => [e.filing, e.written])),
    }
  })

/** Lets what is left over be done, whoever held it. */
async function finish({ town }: OpenOffice) {
  await inTown(town.id, (trx) =>
    trx.rows(`UPDATE jobs SET locked_until = NULL WHERE municipality_id = $1`, [town.id])
  )
  await settle(town.id, new Date())
}

test.group('A town hall at work', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.setup(async () => {
    database = await ownDatabase()
    // Found before the first process asks which towns there are.
    offices = [await demoOffice(), await demoOffice()]
    webs = await Promise.all([1, 2].map(() => Kept.of(() => webProcess(database.env))))
    worker = await Kept.of(async () => workerProcess(database.env))
    return async () => {
      await Promise.all([...webs, worker].map((kept) => kept.end()))
      await database.remove()
    }
  })

  test('whose processes are killed at random loses nothing that it acknowledged', async ({ assert }) => {
    const office = offices[0]!
    const load = await new Load(office, somePort).prepare({ drafts: 200, citizens: 6 })
    const running = load.run({ rest: 150 })
    for (const kept of shuffled([...webs, ...webs, worker])) {
      await pause(300 + 700 * Math.random())
      while (!kept.process) await pause(20)
      kept.kill()
    }
    await running
    await finish(office)

    const { numbers, written } = await book(office)
    assert.equal(load.acknowledged.size, 200)
    assert.deepEqual([...written].sort(), [...load.acknowledged].sort())
    assert.deepEqual(
      numbers,
      Array.from({ length: 200 }, (_, index) => index + 1)
    )
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  test('whose PostgreSQL crashes says so, and is well again by itself', async ({ assert }) => {
    const office = offices[1]!
    const load = await new Load(office, somePort).prepare({ drafts: 120, citizens: 6 })
    while (webs.some(({ process }) => !process) || !worker.process) await pause(50)
    const before = [...webs, worker].map(({ process }) => process)
    const running = load.run({ rest: 50 })
    while (load.acknowledged.size < 20) await pause(20)
    const [{ pid }] = await asOwnerOf(
      process.env.DATABASE_ADMIN_URL!,
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`
    )
    // No checkpoint, no goodbye: what it committed is in its log, or it is nowhere.
    process.kill(pid, 'SIGQUIT')
    await running
    await finish(office)

    assert.deepEqual([...load.refused.keys()], ['503 5'])
    assert.deepEqual(
      [...webs, worker].map(({ process }) => process),
      before
    )
    const { numbers, written } = await book(office)
    assert.deepEqual([...written].sort(), [...load.acknowledged].sort())
    assert.equal(numbers.at(-1), 120)
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })
})
