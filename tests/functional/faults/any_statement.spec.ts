import { test } from '@japa/runner'
import fc from 'fast-check'
import { SYSTEM } from '#audit/types'
import { type CaseEvent, advanceCase } from '#cases/actions/advance_case'
import type { Event, State } from '#engine/index'
import { verifyTown } from '#start/verify'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { dyingAfter } from '#tests/support/faults/dying_after'
import { FILED } from '#tests/support/open_case'
import { DECLARES, asInHouse, isAsked } from '#tests/support/random_drawing'
import { rowsOf } from '#tests/support/rows'
import { type TestTown, testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'
import { type Block, blocks, predict } from '../../unit/engine/blocks/index.js'
import { Play, checkOrder } from '../../unit/engine/blocks/play.js'

const CASES = 10
const MOST_EVENTS = 25

/** `FINESTRA_SEED=<the number that a failure printed>` plays the same processes again. */
const seed = Number(process.env.FINESTRA_SEED ?? Date.now() % 1_000_000_000)

/** A case of a random process, and what is to happen to it: played beforehand by the engine alone. */
async function begun(town: TestTown, block: Block, chance: number) {
  const predicted = asInHouse(predict(block))
  const procedure = await drawnProcedure(town.id, 'random', predicted.xml)
  const { played } = Play.through(procedure.graph, { ...predicted, variables: {} }, chance)
  const { caseId } = await openDrawn(town.id, procedure, {}, { works: false })
  return { predicted, played, caseId, events: played.events.slice(1).flatMap(asItComes) }
}

/** As the house tells the engine: what fails is told by its jobs, which no worker carries out here. */
function asItComes({ at: _at, timeZone: _zone, ...event }: Event): CaseEvent[] {
  return event.type === 'fail' || event.type === 'retry' ? [] : [event]
}

/** A second delivery that can be told from another event. */
const isTold = (event: CaseEvent): boolean =>
  'key' in event && event.type !== 'choose' && event.type !== 'escalation'

async function stateOf(town: TestTown, caseId: string): Promise<State> {
  const sql = `SELECT workflow FROM case_files WHERE municipality_id = $1 AND id = $2`
  return (await rowsOf<{ workflow: State }>(town.id, sql, [caseId]))[0]!.workflow
}

async function pathOf(town: TestTown, caseId: string): Promise<string[]> {
  const sql = `
    SELECT data -> 'entered' AS entered FROM case_events
    WHERE municipality_id = $1 AND case_id = $2 AND kind = 'step' ORDER BY id`
  const steps = await rowsOf<{ entered: string[] }>(town.id, sql, [caseId])
  return steps.flatMap(({ entered }) => entered).filter((id) => id !== DECLARES)
}

/** A timer goes off at its own instant, and not before what has happened already. */
async function instantOf(town: TestTown, caseId: string, event: CaseEvent, now: Date): Promise<Date> {
  if (event.type !== 'trigger') return now
  const sql = `SELECT run_at AS at FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND kind = 'timer'`
  const [timer] = await rowsOf<{ at: Date }>(town.id, sql, [caseId, event.key])
  return timer && timer.at > now ? timer.at : now
}

/** Without its variables: a case has some that a process alone has not. */
const placed = ({ variables: _variables, ...state }: State) => state

test.group('A connection that is lost after any statement of a step', () => {
  test('leaves the case as it was; told again it moves, once; and it ends as predicted', async ({
    assert,
  }) => {
    const town = await testTown()
    /** Tells the case until it is heard, each time with one statement more; how often the connection was lost meanwhile. */
    async function tell(caseId: string, event: CaseEvent, at: Date): Promise<number> {
      const before = await stateOf(town, caseId)
      for (let deaths = 0; ; deaths += 1) {
        const told = await dyingAfter(deaths + 1, town.id, (trx) =>
          advanceCase(trx, caseId, event, { at, actor: SYSTEM })
        )
        if (told.died) assert.deepEqual(await stateOf(town, caseId), before)
        else assert.isTrue(told.value, `it was not heard: ${JSON.stringify(event)}`)
        if (!told.died) return deaths
      }
    }
    const [cases, lost] = [[] as string[], [] as number[]]
    for (const [block, chance] of fc.sample(fc.tuple(blocks, fc.integer()), { seed, numRuns: 200 })) {
      if (cases.length === CASES) break
      if (!isAsked(predict(block))) continue
      const { predicted, played, caseId, events } = await begun(town, block, chance)
      if (events.length === 0 || events.length > MOST_EVENTS) continue
      cases.push(caseId)
      let now = FILED
      try {
        for (const event of events) {
          now = await instantOf(town, caseId, event, now)
          lost.push(await tell(caseId, event, now))
          if (isTold(event))
            assert.isFalse(
              await inTown(town.id, (trx) => advanceCase(trx, caseId, event, { at: now, actor: SYSTEM }))
            )
          assert.deepEqual((await verifyTown(town.id)).violations, [])
        }
        assert.deepEqual(placed(await stateOf(town, caseId)), placed(played.state as State))
        checkOrder(await pathOf(town, caseId), predicted)
      } catch (cause) {
        throw new Error(`FINESTRA_SEED=${seed} ${JSON.stringify([block, chance])}\n${String(cause)}`, {
          cause,
        })
      }
    }
    assert.lengthOf(cases, CASES)
    assert.isAbove(
      lost.reduce((sum, each) => sum + each, 0),
      CASES * 10
    )
  }).timeout(300_000)
})
