import { test } from '@japa/runner'
import { draw, end, error, message, on, parallel, start, startBy, sub, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const forked = (ending = end()) =>
  sub('s -> f -> a -> e\nf -> b -> t', {
    s: start(),
    f: parallel(),
    a: user('a'),
    b: user('b'),
    e: end(),
    t: ending,
  })

test.group('Embedded subprocess', () => {
  test('goes on when all that runs inside has ended', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> part -> end', { start: start(), part: forked(), end: end('done') })
    )
    assert.deepEqual(played.state?.tokens['part:2'], { element: 'part', waits: 'inside' })
    assert.equal(played.state?.tokens[played.key('a')]?.scope, 'part:2')
    played.done('b')
    assert.deepEqual(played.waiting, ['a', 'part'])
    played.done('a')
    assert.equal(played.state?.outcome, 'done')
  })

  test('nests, and closes from the inside out', async ({ assert }) => {
    const inner = sub('s2 -> a -> e2', { s2: start(), a: user('a'), e2: end() })
    const xml = draw('start -> outer -> end', {
      start: start(),
      outer: sub('s1 -> inner -> after -> e1', { s1: start(), inner, after: user('b'), e1: end() }),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.waiting, ['after', 'outer'])
    assert.isTrue(played.done('after').ended)
  })

  test('joins inside it are counted by themselves, and go with it', async ({ assert }) => {
    const inside = sub('s -> f -> a -> j\nf -> b -> j -> e', {
      s: start(),
      f: parallel(),
      a: user('a'),
      b: user('b'),
      j: parallel(),
      e: end(),
    })
    const xml = draw('start -> part -> end\ncaught -> out', {
      start: start(),
      part: inside,
      caught: on('part', error()),
      end: end(),
      out: end('error'),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.state?.joins, { 'part:2/j': { a_to_j: 1 } })
    played.happen({ type: 'error', key: played.key('b'), code: 'stop' })
    assert.deepInclude(played.state, { joins: {}, tokens: {}, outcome: 'error', status: 'ended' })
  })

  test('begins plainly, once, and is entered and left as one', async ({ assert }) => {
    const whole = (part: ReturnType<typeof sub>, flows = '') =>
      draw(`start -> part -> end\n${flows}`, { start: start(), part, end: end() })
    assert.deepEqual(await saidOf(whole(forked())), [])
    const byMessage = sub('s -> e', { s: startBy(message('M')), e: end() })
    assert.deepEqual(await saidOf(whole(byMessage)), ['START_TYPED s'])
    assert.deepEqual(await saidOf(whole(sub('', { e: end() }))), ['START_MISSING part', 'UNREACHABLE e'])
    assert.deepEqual(await saidOf(whole(forked(), 'start -> a')), ['FLOW_CROSSES start_to_a'])
  })

  test('a lane that holds it answers for what is inside', async ({ assert }) => {
    const xml = draw(
      'start -> part -> end',
      { start: start(), part: forked(), end: end() },
      { role: 'technician' }
    )
    const inside = xml.replace('<bpmn:flowNodeRef>a</bpmn:flowNodeRef>', '')
    assert.equal(
      (await Case.of(inside)).of('task').find(({ element }) => element === 'a')?.role,
      'technician'
    )
  })

  test('says when it is entered and when it is left', async ({ assert }) => {
    const xml = draw('start -> part -> end', {
      start: start(),
      part: sub('s -> e', { s: start(), e: end() }),
      end: end(),
    })
    assert.deepEqual(
      (await Case.of(xml)).of('trace').flatMap(({ element, kind }) => (element === 'part' ? [kind] : [])),
      ['enter', 'leave', 'take']
    )
  })
})
