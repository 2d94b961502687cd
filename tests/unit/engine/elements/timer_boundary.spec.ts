import { test } from '@japa/runner'
import { draw, end, exclusive, on, receive, service, start, timer, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const tasks = {
  'user task': user('correction'),
  'service task': service('x.y'),
  'receive task': receive('reply'),
}

for (const [name, task] of Object.entries(tasks)) {
  const xml = (cancelActivity?: string) =>
    draw('start -> work -> end\nexpired -> late', {
      start: start(),
      work: task,
      expired: on('work', timer('10 working days'), { cancelActivity }),
      end: end('in time'),
      late: end('late'),
    })

  test.group(`Timer boundary event on a ${name}`, () => {
    test('runs while the task is open, and is stopped when it is done', async ({ assert }) => {
      const played = await Case.of(xml())
      assert.deepEqual(
        played.of('timer').map(({ key }) => key),
        ['expired:3']
      )
      if (name === 'receive task') played.message('reply')
      else played.done('work')
      assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'expired:3' }])
      assert.equal(played.state?.outcome, 'in time')
      assert.deepEqual(played.path, ['start', 'work', 'end'])
    })

    test('ends the task once it is due', async ({ assert }) => {
      const played = (await Case.of(xml())).trigger('expired')
      assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'work:2' }])
      assert.equal(played.state?.outcome, 'late')
      assert.deepEqual(played.path, ['start', 'work', 'expired', 'late'])
    })

    test('when it does not interrupt, opens its branch once and leaves the task', async ({ assert }) => {
      const played = (await Case.of(xml('false'))).trigger('expired')
      assert.deepEqual(played.of('cancel'), [])
      assert.deepEqual(played.waiting, ['work'])
    })
  })
}

test.group('Timer boundary event', () => {
  test('keeps running while its task waits for an incident to be mended, and through the retry', async ({
    assert,
  }) => {
    const played = await Case.of(
      draw('start -> work -> end\nexpired -> late', {
        start: start(),
        work: service('x.y'),
        expired: on('work', timer('1 month')),
        end: end(),
        late: end('late'),
      })
    )
    played.happen({ type: 'fail', key: 'work:2', reason: 'down' })
    assert.deepEqual(played.waiting, ['expired', 'work'])
    played.retry('work')
    assert.deepEqual(played.of('timer'), [])
    assert.deepEqual(played.of('cancel'), [])
    assert.equal(played.trigger('expired').state?.outcome, 'late')
  })

  test('that interrupts nothing comes again as often as it says, while its task is open', async ({
    assert,
  }) => {
    const reminding = (cycle: string) =>
      draw('start -> work -> end\nremind -> tell -> over', {
        start: start(),
        work: user('correction'),
        remind: on('work', timer(cycle, 'timeCycle'), { cancelActivity: 'false' }),
        tell: user('tell'),
        end: end(),
        over: end(),
      })
    const played = (await Case.of(reminding('R2/5 days'))).trigger('remind')
    assert.deepEqual(
      played.of('timer').map(({ element, term }) => [element, term]),
      [['remind', { amount: 5, unit: 'working_days' }]]
    )
    played.trigger('remind')
    assert.deepEqual(played.waiting, ['tell', 'tell', 'work'])
    const endless = await Case.of(reminding('R/5 days'))
    for (const _ of [1, 2, 3]) endless.trigger('remind')
    const key = endless.key('remind')
    assert.deepEqual(endless.done('work').of('cancel'), [{ type: 'cancel', key }])
    assert.deepEqual(endless.waiting, ['tell', 'tell', 'tell'])
  })

  test('comes again only beside its task, and sits on something that takes time', async ({ assert }) => {
    const sitting = (definition: string, given = {}, host: ReturnType<typeof user> = user('a')) =>
      draw('start -> it -> end\nlate -> end', {
        start: start(),
        it: host,
        late: on('it', definition, given),
        end: end(),
      })
    const cycle = timer('R2/5 days', 'timeCycle')
    assert.deepEqual(await saidOf(sitting(cycle, { cancelActivity: 'false', 'fin:suspends': 'true' })), [])
    assert.deepEqual(await saidOf(sitting(cycle)), ['TIMER_CYCLE late'])
    assert.deepEqual(await saidOf(sitting('<bpmn:timerEventDefinition/>')), ['TIMER_MISSING late'])
    assert.deepEqual(await saidOf(sitting(timer('a while'))), ['TERM_UNREADABLE late'])
    assert.deepEqual(await saidOf(sitting(timer('1 day'), {}, exclusive())), ['BOUNDARY_WITHOUT_HOST late'])
  })

  test('by a date ends with that day; by a moment, or by the first date of several, as it comes', async ({
    assert,
  }) => {
    const watched = async (text: string, kind: 'timeDate' | 'timeCycle' | 'timeDuration') => {
      const elements = {
        start: start(),
        work: user('correction'),
        expired: on('work', timer(text, kind), { cancelActivity: 'false' }),
        end: end(),
        late: end('late'),
      }
      return Case.of(draw('start -> work -> end\nexpired -> late', elements), { day: '2026-03-10' })
    }
    const told = async (...how: Parameters<typeof watched>) => {
      const { term, date, through } = (await watched(...how)).of('timer')[0]!
      return [term ? 'term' : date, through]
    }
    assert.deepEqual(await told('2026-03-10', 'timeDate'), ['2026-03-10', true])
    assert.deepEqual(await told('=day', 'timeDate'), ['2026-03-10', true])
    assert.deepEqual(await told('2026-03-10T10:00:00Z', 'timeDate'), ['2026-03-10T10:00:00Z', undefined])
    assert.deepEqual(await told('R2/2026-03-10/5 days', 'timeCycle'), ['2026-03-10', undefined])
    assert.deepEqual(await told('5 days', 'timeDuration'), ['term', undefined])
  })

  test('that comes again says that its term follows the one before', async ({ assert }) => {
    const elements = {
      start: start(),
      work: user('correction'),
      expired: on('work', timer('R2/5 days', 'timeCycle'), { cancelActivity: 'false' }),
      end: end(),
      late: end('late'),
    }
    const played = await Case.of(draw('start -> work -> end\nexpired -> late', elements))
    assert.isUndefined(played.of('timer')[0]!.follows)
    assert.isTrue(played.trigger('expired').of('timer')[0]!.follows)
    assert.isEmpty(played.trigger('expired').of('timer'))
  })
})
