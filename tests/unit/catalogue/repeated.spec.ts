import { test } from '@japa/runner'
import { type Step, tellCoverage, tellTimeline, tryScenarios } from '#catalogue/index'
import { calendar } from '../../catalogue/calendar.js'
import { taleOf } from '#tests/support/tale'
import * as bpmn from '../engine/builder.js'
import { answered, drawn, playOf } from './played.js'

const review = bpmn.user('review', { out: { decision: 'result.decision' } })
const line = (asked: Parameters<typeof bpmn.many>[0]) =>
  bpmn.draw('start -> ask -> end', { start: bpmn.start(), ask: asked, end: bpmn.end('done') })
const loop = line(bpmn.again(review, 'decision = "no"'))
const many = (most: number) =>
  line(bpmn.many(review, { 'fin:collection': '[1, 2, 3]' }, `numberOfCompletedInstances = ${most}`))
const list = bpmn.draw('start -> list -> ask -> end', {
  ...{ start: bpmn.start(), list: bpmn.work({ people: 'for n in 1..0 return if n > 1 then "a" else "b"' }) },
  ...{ ask: bpmn.many(review, { 'fin:collection': 'people[item = "c"]' }), end: bpmn.end('done') },
})
const part = bpmn.draw('start -> part -> end', {
  ...{ start: bpmn.start(), end: bpmn.end('done') },
  part: bpmn.adHoc({}, 'decision = "no"')('', { look: review, call: review }),
})

const told = async (xml: string, steps: Step[]) => {
  const procedure = await drawn(xml, steps)
  const { coverage } = tryScenarios(procedure, { calendar })
  const taken = coverage.branches.flatMap(({ id, takenBy }) => (takenBy.length > 0 ? [id] : []))
  const tale = taleOf(procedure, 'en')
  const trace = tellTimeline(tale, playOf(procedure), 'Europe/Madrid').join('\n')
  return {
    taken,
    ids: coverage.branches.map(({ id }) => id),
    trace,
    remedies: tellCoverage(tale, coverage).join('\n'),
  }
}

test.group('What is repeated, covered and told', () => {
  test('a loop goes round again or not, and the trace says why', async ({ assert }) => {
    const once = await told(loop, [answered('ask')])
    assert.deepEqual(once.ids, ['ask:again', 'ask:over'])
    assert.deepEqual(once.taken, ['ask:over'])
    assert.match(once.trace, /decided +“ask” no more, for this is not so: .*“No”/)
    assert.include(once.remedies, '{"task":"ask","by":"case_handler","with":{"decision":"no"}}')
    const twice = await told(loop, [answered('ask', 'no'), answered('ask')])
    assert.deepEqual(twice.taken, ['ask:again', 'ask:over'])
    assert.match(twice.trace, /decided +“ask” once more: .*“No”/)
  })

  test('what is done for each of a list is done to the last or until it is enough', async ({ assert }) => {
    const all = await told(many(4), [answered('ask'), answered('ask'), answered('ask')])
    assert.deepEqual(all.ids, ['ask:all', 'ask:early'])
    assert.deepEqual(all.taken, ['ask:all'])
    assert.match(all.remedies, /To take it: a case in which .*numberOfCompletedInstances.* is .*4/)
    const early = await told(many(2), [answered('ask'), answered('ask')])
    assert.deepEqual(early.taken, ['ask:early'])
    assert.match(early.trace, /decided +“ask”: no more are needed, for .*numberOfCompletedInstances.* is .*2/)
    assert.include(early.remedies, 'a case in which all of “ask” is done')
  })

  test('a list that is not written out may be empty', async ({ assert }) => {
    const { ids, taken, trace, remedies } = await told(list, [])
    assert.deepEqual(ids, ['ask:all', 'ask:none'])
    assert.deepEqual(taken, ['ask:none'])
    assert.match(trace, /decided +“ask”: there was nothing to do it for/)
    assert.include(remedies, 'a case in which all of “ask” is done')
  })

  test('each step that people may choose is a branch, and a part that closes by its condition says so', async ({
    assert,
  }) => {
    const { ids, taken, trace, remedies } = await told(part, [{ choose: 'look' }, answered('look', 'no')])
    assert.deepEqual(ids, ['part:look', 'part:call'])
    assert.deepEqual(taken, ['part:look'])
    assert.match(trace, /decided +At “part”: .*“No”/)
    assert.include(remedies, '{"choose":"call"}')
  })
})

test.group('What would take an event that no case takes', () => {
  const remedies = async (definition: string, given: Record<string, string> = {}) => {
    const xml = bpmn.draw('start -> ask -> end\nborder -> aside', {
      ...{ start: bpmn.start(), ask: review, end: bpmn.end('done'), aside: bpmn.end() },
      border: bpmn.on('ask', definition, given),
    })
    return (await told(xml, [answered('ask')])).remedies
  }
  const WITH = 'To take it: a case with the step'

  test('is the step by which it comes: a signal, a time, what somebody reports', async ({ assert }) => {
    assert.include(await remedies(bpmn.signal('go')), `${WITH} {"signal":"go"}`)
    assert.include(await remedies(bpmn.timer('1 month')), `${WITH} {"term":"1 month"}`)
    assert.include(await remedies(bpmn.timer('2 months')), `${WITH} {"term":"2 months"}`)
    assert.include(
      await remedies(bpmn.timer('2027-03-01', 'timeDate')),
      `${WITH} {"advance":"2027-03-02T00:00:00`
    )
    assert.include(await remedies(bpmn.error('LATE')), `${WITH} {"error":"ask","code":"LATE"}`)
    assert.include(await remedies(bpmn.escalation('HELP')), `${WITH} {"escalation":"ask","code":"HELP"}`)
  })

  test('is said in words where no one step does it', async ({ assert }) => {
    const until = bpmn.timer('=if decision = "no" then "1 month" else "2 months"')
    assert.include(await remedies(until), '“ask” is open until its time comes')
    const undone = bpmn.draw('start -> ask -> end', {
      ...{ start: bpmn.start(), ask: review, end: bpmn.end('done') },
      ...{
        border: bpmn.on('ask', bpmn.compensation()),
        undo: bpmn.element('manualTask', { isForCompensation: 'true' }),
      },
      ...{ tie: bpmn.tie('border', 'undo') },
    })
    assert.include((await told(undone, [answered('ask')])).remedies, '“ask” is done and, later, undone')
  })

  test('is the first of several: the step by which that one comes', async ({ assert }) => {
    const xml = bpmn.draw('start -> race\nrace -> come -> end\nrace -> over -> end', {
      ...{ start: bpmn.start(), race: bpmn.race(), end: bpmn.end('done') },
      ...{ come: bpmn.waitFor(bpmn.signal('go')), over: bpmn.waitFor(bpmn.timer('1 month')) },
    })
    const { remedies: said } = await told(xml, [{ signal: 'go' }])
    assert.include(said, `${WITH} {"term":"1 month"}`)
  })

  test('of another beginning, how a case begins by it', async ({ assert }) => {
    const xml = bpmn.draw('start -> end\nstorm -> end2', {
      ...{ start: bpmn.start(), end: bpmn.end('done'), end2: bpmn.end('done') },
      storm: bpmn.startBy(bpmn.signal('storm')),
    })
    assert.include((await told(xml, [])).remedies, 'a case with "begins": {"element":"storm"}')
  })
})
