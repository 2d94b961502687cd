import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from '@japa/runner'
import { type Simulation, type Step, tellTimeline, tellTrial, tryScenarios } from '#catalogue/index'
import { calendar } from '../../catalogue/calendar.js'
import { taleOf } from '#tests/support/tale'
import * as bpmn from '../engine/builder.js'
import { drawn, playOf } from './played.js'

const YEARS: Step[] = [{ advance: '2030-01-01T00:00:00Z' }]
const hourly = bpmn.timer('R/PT1H', 'timeCycle')

/** Each hour that a task is open opens another. */
const bell = bpmn.draw('start -> wait -> end\nbell -> ring -> rung', {
  ...{ start: bpmn.start(), wait: bpmn.manual(), end: bpmn.end(), ring: bpmn.user('review') },
  ...{ bell: bpmn.on('wait', hourly, { cancelActivity: 'false' }), rung: bpmn.end() },
})

/** Each hour it writes a long list anew. */
const list = bpmn.draw(
  'start -> again -> hour -> write -> more\nmore -> again : 1 > 0\nmore -> end : default',
  {
    ...{ start: bpmn.start(), again: bpmn.exclusive(), hour: bpmn.waitFor(bpmn.timer('PT1H')) },
    ...{
      write: bpmn.work({ list: 'for n in 1..2000 return n * 1000' }),
      more: bpmn.exclusive(),
      end: bpmn.end(),
    },
  }
)

setFlagsFromString('--expose-gc')
const sweep = runInNewContext('gc') as () => void

/** What playing takes of this thread, and what it keeps in memory. */
function weighed(play: () => Simulation): Simulation & { seconds: number; megabytes: number } {
  const kept = () => (sweep(), process.memoryUsage().heapUsed)
  const [heap, cpu] = [kept(), process.threadCpuUsage()]
  const simulation = play()
  const { user, system } = process.threadCpuUsage(cpu)
  return { ...simulation, seconds: (user + system) / 1e6, megabytes: (kept() - heap) / 1e6 }
}

test.group('A case that goes round while years pass, simulated', () => {
  for (const [name, xml, element] of [
    ['opens a task each hour', bell, 'bell'],
    ['writes a long list each hour', list, 'hour'],
  ] as const)
    test(`is stopped within two seconds and 256 MB, and it is said what went round: it ${name}`, async ({
      assert,
    }) => {
      const procedure = await drawn(xml, YEARS)
      const { obstacles, seconds, megabytes, timeline } = weighed(() => playOf(procedure))
      assert.lengthOf(obstacles, 1)
      assert.deepInclude(obstacles[0], { code: 'TOO_MUCH', pointer: '' })
      assert.deepInclude(obstacles[0]?.params, { element, moments: timeline.length })
      assert.isAtMost(seconds, 2)
      assert.isAtMost(megabytes, 256)
    })

  test('does no step that comes after it was stopped', async ({ assert }) => {
    const procedure = await drawn(bell, [...YEARS, { task: 'wait', by: 'case_handler', with: {} }])
    const { ended, path, obstacles } = playOf(procedure)
    assert.isFalse(ended)
    assert.notInclude(path, 'end')
    assert.lengthOf(obstacles, 1)
  })

  test('counts what the cases that it calls come to as its own', async ({ assert }) => {
    const inner = { ...(await drawn(bell)), slug: 'inner' }
    const outer = await drawn(
      bpmn.draw('start -> ask -> end', { start: bpmn.start(), ask: bpmn.call('inner'), end: bpmn.end() }),
      [{ call: 'ask', steps: YEARS }, ...YEARS]
    )
    const trial = tryScenarios(outer, { calendar, procedures: { inner } })
    const codes = trial.verdicts[0]?.simulation.obstacles.map(({ code }) => code)
    assert.includeMembers(codes ?? [], ['TOO_MUCH'])
  })

  test('is played to its end where it comes to one: a reminder each working day for four years', async ({
    assert,
  }) => {
    const daily = bpmn.on('wait', bpmn.timer('R1000/1 natural day', 'timeCycle'), { cancelActivity: 'false' })
    const xml = bpmn.draw('start -> wait -> end\nbell -> rung', {
      ...{ start: bpmn.start(), wait: bpmn.manual(), end: bpmn.end('done') },
      ...{ bell: daily, rung: bpmn.end() },
    })
    const steps: Step[] = [
      { advance: '2032-01-01T00:00:00Z' },
      { task: 'wait', by: 'case_handler', with: {} },
    ]
    const { obstacles, outcome, timeline } = playOf(await drawn(xml, steps))
    assert.deepEqual([obstacles, outcome], [[], 'done'])
    assert.lengthOf(timeline, 1002)
  })

  test('is told shortly: what comes again and again, once, with how often and until when', async ({
    assert,
  }) => {
    const procedure = await drawn(bell, YEARS)
    const simulation = playOf(procedure)
    const lines = tellTimeline(taleOf(procedure, 'en'), simulation, 'Europe/Madrid')
    const more = simulation.timeline.length - 2
    assert.isAtMost(lines.length, 12)
    assert.match(lines.join('\n'), new RegExp(`… and so ${more} times more, until \\d+ \\w+ 2026`))
    const trial = tellTrial(tryScenarios(procedure, { calendar }), (id) => id).join('\n')
    assert.isBelow(trial.length, 2000)
  })
})
