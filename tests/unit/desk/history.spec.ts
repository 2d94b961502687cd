import { test } from '@japa/runner'
import { historyOf, type HistoryWords } from '#desk/http/case_page/history'
import type { HistoryLine } from '#cases/queries/case_page'

const at = new Date('2026-03-10T09:00:00Z')

const NAMES: Record<string, string> = {
  'tasks.assess': 'Reckon the fee again',
  'tasks.review': 'Look at it',
}

const words = {
  versions: {
    ofLine: () => ({
      graph: { nodes: { review: { kind: 'user_task', boundaries: [] } }, flows: {} },
      sheet: { version: '1.0.0' },
      digest: 'abc',
      texts: {},
    }),
  },
  speech: {
    t: (key: string) => key,
    of: (_: unknown, id: string) => NAMES[id] ?? null,
    moment: (when: Date) => ({ iso: when.toISOString(), text: '' }),
  },
  applicant: 'Vicenta Prova',
  filed: { at, number: '2026-E-RE-000001' },
  names: new Map(),
} as unknown as HistoryWords

const step = (event: string, more = {}): HistoryLine => ({
  id: '1',
  at,
  kind: 'step',
  data: { event, entered: ['assess', 'review'], ...more },
  actorKind: 'officer',
  actorId: 'marc',
  actorName: 'Marc Queralt',
  public: false,
})

const title = (event: string) => historyOf([step(event)], words)[0]!.title

test.group('The history of a case at the desk', () => {
  test('says that the interested party acted where they did, and not where somebody signed or paid', ({
    assert,
  }) => {
    assert.equal(title('message withdrawal'), 'desk.history.message')
    for (const name of ['signature_ended', 'payment_ended', 'notification_practised'])
      assert.equal(title(`message ${name}`), 'cases.history.step', name)
  })

  test('names what was mended where older lines kept no more than that', ({ assert }) => {
    const data = { reason: 'as agreed', variables: ['amount'] }
    const [line] = historyOf([{ ...step(''), kind: 'incident_retried', data }], words)
    assert.deepEqual(line!.details, ['as agreed', 'amount'])
  })

  test('keeps what the house goes through by itself apart from what people did and have to do', ({
    assert,
  }) => {
    const [by, itself] = historyOf([step('done sign', { phase: 'check' }), step('done sign')], words)
      .slice(0, 2)
      .reverse()
    assert.deepInclude(by, { automatic: false, details: ['Look at it'] })
    assert.deepInclude(itself, { automatic: true, details: ['Reckon the fee again', 'Look at it'] })
  })
})
