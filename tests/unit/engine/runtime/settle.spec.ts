import { test } from '@japa/runner'
import {
  condition,
  draw,
  end,
  eventSub,
  exclusive,
  message,
  on,
  parallel,
  signal,
  start,
  startBy,
  sub,
  throwing,
  timer,
  user,
  waitFor,
  work,
} from '../builder.ts'
import { Case } from '../case.ts'

test.group('Once nothing moves any more', () => {
  test('a condition that holds by now comes before the part it watches is left', async ({ assert }) => {
    const xml = draw('start -> part -> a -> end\nholds -> b -> end', {
      start: start(),
      part: sub('s -> c -> w -> e', { s: start(), c: user('c'), w: work({ x: 'true' }), e: end() }),
      holds: on('part', condition('x')),
      a: user('a'),
      b: user('b'),
      end: end(),
    })
    assert.deepEqual((await Case.of(xml, { x: false })).done('c').waiting, ['b'])
  })

  test('conditions are looked at the oldest first; what one ends, the next does not begin', async ({
    assert,
  }) => {
    const aside = (id: string) =>
      eventSub(`s_${id} -> ${id} -> e_${id}`, {
        [`s_${id}`]: startBy(condition('x')),
        [id]: user(id),
        [`e_${id}`]: end(),
      })
    const xml = draw('start -> a -> end', {
      start: start(),
      a: user('a'),
      end: end(),
      one: aside('b'),
      two: aside('c'),
    })
    assert.deepEqual((await Case.of(xml, { x: false })).set({ x: true }).waiting, ['b', 'one'])
  })

  test('parts close from the inside out, and the case last, with what was only listened for called off', async ({
    assert,
  }) => {
    const listening = (n: number) =>
      eventSub(`t${n} -> f${n} -> u${n}`, {
        [`t${n}`]: startBy(message(`M${n}`)),
        [`f${n}`]: user('f'),
        [`u${n}`]: end(),
      })
    const xml = draw('start -> outer -> end', {
      start: start(),
      outer: sub('s1 -> inner -> e1', {
        s1: start(),
        inner: sub('s2 -> a -> e2', { s2: start(), a: user('a'), e2: end(), l2: listening(2) }),
        e1: end(),
        l1: listening(1),
      }),
      end: end('done'),
      l0: listening(0),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(
      played.commands.flatMap((command) => {
        if (command.type === 'cancel') return [`cancel ${command.key.split(':')[0]}`]
        return command.type === 'trace' && command.kind === 'leave' ? [command.element] : []
      }),
      ['a', 'e2', 'cancel t2', 'inner', 'e1', 'cancel t1', 'outer', 'end', 'cancel t0']
    )
    assert.deepEqual(played.of('end'), [{ type: 'end', outcome: 'done' }])
  })

  test('a join that waits in vain is told once, and again only when it is asked about', async ({
    assert,
  }) => {
    const xml = draw('start -> f -> x\nx -> j : go\nx -> out : default\nf -> j\nf -> a -> end\nj -> end', {
      start: start(),
      f: parallel(),
      x: exclusive(),
      j: parallel(),
      a: user('a'),
      out: end(),
      end: end(),
    })
    const played = await Case.of(xml, { go: false })
    // while something moves elsewhere, nobody can tell
    assert.deepEqual(played.of('incident'), [])
    assert.lengthOf(played.done('a').of('incident'), 1)
    assert.deepEqual(played.set({ y: 1 }).of('incident'), [])
  })
})

test.group('An event that interrupts', () => {
  test('drops what was on its way inside, however deep', async ({ assert }) => {
    const deep = sub('s2 -> f -> tell -> b -> e2\nf -> c -> e2\nf -> d -> e2', {
      s2: start(),
      f: parallel(),
      tell: throwing(signal('S')),
      b: user('b'),
      c: user('c'),
      d: user('d'),
      e2: end(),
    })
    const xml = draw('start -> part -> end\nstop -> g -> end', {
      start: start(),
      part: sub('s -> a -> f1 -> deep -> e\nf1 -> h -> e', {
        s: start(),
        a: user('a'),
        f1: parallel(),
        deep,
        h: user('h'),
        e: end(),
      }),
      stop: on('part', signal('S')),
      g: user('g'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.waiting, ['g'])
    for (const id of ['b', 'c', 'd']) assert.notInclude(played.path, id)
    // what had been begun is called off, and what listened; what had not is never begun
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['stop', ...played.of('task').flatMap(({ element }) => (element === 'g' ? [] : [element]))]
    )
  })

  test('and what has come too late for it stays without effect', async ({ assert }) => {
    const xml = draw('start -> part -> end\nstop -> g -> end', {
      start: start(),
      part: sub('s -> f -> a -> e\nf -> t -> e\nf -> m -> e', {
        s: start(),
        f: parallel(),
        a: user('a'),
        t: waitFor(timer('1 day')),
        m: waitFor(message('M')),
        e: end(),
      }),
      stop: on('part', message('stop')),
      g: user('g'),
      end: end(),
    })
    const played = await Case.of(xml)
    const [a, t, m] = ['a', 't', 'm'].map((id) => played.key(id)) as [string, string, string]
    played.message('stop')
    for (const late of [
      { type: 'done' as const, key: a, result: 1 },
      { type: 'trigger' as const, key: t },
      { type: 'message' as const, name: 'M', key: m, payload: null },
      { type: 'message' as const, name: 'M', payload: null },
      { type: 'fail' as const, key: a, reason: '' },
      { type: 'error' as const, key: a, code: 'E' },
      { type: 'escalation' as const, key: a, code: 'E' },
      { type: 'retry' as const, key: a },
    ])
      assert.deepEqual(played.happen(late).commands, [])
  })
})
