import { test } from '@japa/runner'
import { reportableAt } from '#engine/index'
import { draw, end, error, escalation, eventSub, many, on, start, startBy, sub, user } from './builder.ts'
import { Case } from './case.ts'

const heard = (played: Case, element: string) =>
  reportableAt(played.graph, played.state!, played.key(element)).map(({ what, code, heardBy, ends }) =>
    [what, code || 'any', heardBy, ends ? 'ends' : 'stays'].join(' ')
  )

const xml = draw('start -> part -> end\nlost -> end\nslow -> told', {
  start: start(),
  part: sub('s1 -> a -> b -> e1\nwrong -> e1', {
    s1: start(),
    a: user('a'),
    wrong: on('a', error('wrong')),
    b: user('b'),
    e1: end(),
    aside: eventSub('s2 -> c -> e2', {
      s2: startBy(escalation('high'), { isInterrupting: 'false' }),
      c: user('c'),
      e2: end(),
    }),
  }),
  lost: on('part', error()),
  slow: on('part', escalation('slow'), { cancelActivity: 'false' }),
  end: end('done'),
  told: end(),
})

test.group('What can be reported of a task', () => {
  test('is what its own border hears, and whatever is around it', async ({ assert }) => {
    const played = await Case.of(xml)
    assert.sameMembers(heard(played, 'a'), [
      'error wrong wrong ends',
      'error any lost ends',
      'escalation high s2 stays',
      'escalation slow slow stays',
    ])
    assert.sameMembers(heard(played.done('a'), 'b'), [
      'error any lost ends',
      'escalation high s2 stays',
      'escalation slow slow stays',
    ])
  })

  test('of an event subprocess is nothing that it heard itself', async ({ assert }) => {
    const played = (await Case.of(xml)).escalate('a', 'high')
    assert.sameMembers(heard(played, 'c'), ['error any lost ends', 'escalation slow slow stays'])
  })

  test('goes where it says that it does', async ({ assert }) => {
    for (const { what, code, heardBy } of reportableAt(
      (await Case.of(xml)).graph,
      (await Case.of(xml)).state!,
      (await Case.of(xml)).key('a')
    )) {
      const played = await Case.of(xml)
      played.happen({ type: what, key: played.key('a'), code }, what === 'error')
      assert.include(played.path, heardBy)
    }
  })

  test('of one of several repetitions is heard on the border of all', async ({ assert }) => {
    const repeated = await Case.of(
      draw('start -> a -> end\nbad -> end', {
        start: start(),
        a: many(user('a'), { 'fin:collection': '[1, 2]' }),
        bad: on('a', error('E')),
        end: end(),
      })
    )
    const [key] = repeated.keys('a', 'task')
    assert.deepEqual(
      reportableAt(repeated.graph, repeated.state!, key!).map(({ heardBy }) => heardBy),
      ['bad']
    )
  })

  test('is nothing of what is no open task of the office', async ({ assert }) => {
    const played = await Case.of(xml)
    for (const key of ['a:99', '__proto__', played.key('part')])
      assert.isEmpty(reportableAt(played.graph, played.state!, key))
    const key = played.key('a')
    played.happen({ type: 'escalation', key, code: 'slow' }, false)
    assert.isNotEmpty(reportableAt(played.graph, played.state!, key))
    const citizens = draw(
      'start -> a -> end',
      { start: start(), a: user('a'), end: end() },
      { role: 'citizen' }
    )
    const theirs = await Case.of(citizens)
    assert.isEmpty(reportableAt(theirs.graph, theirs.state!, theirs.key('a')))
  })
})
