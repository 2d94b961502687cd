import { test } from '@japa/runner'
import { SYSTEM } from '#audit/types'
import { writeConsequences } from '#cases/actions/write_consequences'
import type { Consequences } from '#cases/types'
import { uuidv7 } from '#core/ids'
import { newJob } from '#core/jobs/enqueue'
import { FILED, openCase, pageOf } from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { inTown } from '#tenancy/town_transaction'

const AT = FILED.toISOString()

/** What a step may ask for, one of each. */
const oneOfEach = (caseId: string): Consequences => ({
  event: {
    id: uuidv7(),
    case_id: caseId,
    kind: 'step',
    public: true,
    at: AT,
    actor_kind: SYSTEM.kind,
    actor_id: SYSTEM.id,
    data: { event: 'planted' },
  },
  tasks: [
    {
      id: uuidv7(),
      case_id: caseId,
      key: 'planted:1',
      element: 'planted',
      form: null,
      role: 'resolver',
      opened_at: AT,
      initial_answers: null,
      due_on: '2026-04-01',
    },
  ],
  jobs: [newJob('timer', FILED, { case_id: caseId, key: 'planted:2', run_at: '2026-05-01T00:00:00Z' })],
  subscriptions: [
    {
      id: uuidv7(),
      case_id: caseId,
      key: 'planted:3',
      kind: 'message',
      message: 'rain',
      correlation: '',
      since: AT,
    },
  ],
  escalated: [],
  messages: [
    {
      id: uuidv7(),
      key: 'planted',
      name: 'sun',
      correlation: '',
      payload: {},
      sender_kind: 'case',
      sender_id: caseId,
      sent_at: AT,
      expires_at: '2026-05-01T00:00:00Z',
    },
  ],
  incidents: [
    {
      id: uuidv7(),
      case_id: caseId,
      job_id: null,
      key: 'planted:4',
      element: 'planted',
      code: 'no_flow_matches',
      detail: '',
      opened_at: AT,
    },
  ],
})

const TABLES = ['case_events', 'tasks', 'jobs', 'subscriptions', 'messages', 'incidents']

test.group('What follows from a step', () => {
  test('is written: history, task, timer, subscription and incident', async ({ assert }) => {
    const open = await openCase()
    const counts = () => Promise.all(TABLES.map((table) => countOf(open.town.id, table)))
    const before = await counts()
    await inTown(open.town.id, (trx) => writeConsequences(trx, [oneOfEach(open.caseId)]))
    assert.deepEqual(
      await counts(),
      before.map((count) => count + 1)
    )
    const page = await pageOf(open)
    assert.equal(page.tasks.find(({ element }) => element === 'planted')?.dueOn, '2026-04-01')
    assert.isTrue(page.summary.hasIncident)
  })

  test('of several cases is written together, and of none not at all', async ({ assert }) => {
    const open = await openCase()
    const before = await countOf(open.town.id, 'tasks')
    const two = [oneOfEach(open.caseId), oneOfEach(open.caseId)]
    two[1]!.tasks[0]!.key = 'planted:9'
    two[1]!.jobs = []
    two[1]!.subscriptions = []
    two[1]!.messages = []
    two[1]!.incidents = []
    await inTown(open.town.id, (trx) => writeConsequences(trx, two))
    await inTown(open.town.id, (trx) => writeConsequences(trx, []))
    assert.equal(await countOf(open.town.id, 'tasks'), before + 2)
  })
})
