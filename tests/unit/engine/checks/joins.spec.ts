import { test } from '@japa/runner'
import fc from 'fast-check'
import { compileProcess } from '#engine/index'
import { blocks, predict } from '../blocks/index.ts'
import {
  compensation,
  draw,
  element,
  end,
  error,
  errorEnd,
  escalation,
  exclusive,
  inclusive,
  link,
  message,
  on,
  parallel,
  race,
  signal,
  start,
  sub,
  terminate,
  throwing,
  tie,
  timer,
  user,
  waitFor,
} from '../builder.ts'

type Elements = Parameters<typeof draw>[1]

async function told(xml: string): Promise<string[]> {
  const compiled = await compileProcess({ file: 'p.bpmn', xml })
  const found = compiled.ok ? compiled.value.warnings : compiled.error
  return found.filter(({ code }) => code.startsWith('JOIN')).map(({ code, element: id }) => `${code} ${id}`)
}

const of = (flows: string, elements: Elements) =>
  told(
    draw(flows, {
      start: start(),
      end: end(),
      join: parallel(),
      ...(flows.includes('fork') && { fork: parallel() }),
      ...elements,
    })
  )
const x = { x: exclusive() }
const [a, b, c] = [user('a'), user('b'), user('c')]

/** Two inclusive joins, each with a way to the other. */
const crossed = (ways: string) =>
  told(
    draw(`start -> fork\nfork -> one\nfork -> two\none -> x\ntwo -> y\n${ways}`, {
      ...{ start: start(), end: end(), fork: parallel(), one: inclusive(), two: inclusive() },
      ...{ x: exclusive(), y: exclusive() },
    })
  )

test.group('Inclusive joins that wait for each other', () => {
  test('are refused where no case gets past them', async ({ assert }) => {
    assert.deepEqual(await crossed('x -> two : p\nx -> end : default\ny -> one : q\ny -> end : default'), [
      'JOINS_BLOCK one',
      'JOINS_BLOCK two',
    ])
  })

  test('are warned of where some do', async ({ assert }) => {
    const found = await told(
      draw(
        `start -> choose
         choose -> one : r
         choose -> fork : default
         fork -> one
         fork -> two
         one -> x
         two -> y
         x -> two : p
         x -> end : default
         y -> one : q
         y -> end : default`,
        {
          ...{ start: start(), end: end(), choose: exclusive(), fork: parallel() },
          ...{ one: inclusive(), two: inclusive(), x: exclusive(), y: exclusive() },
        }
      )
    )
    assert.deepEqual(found, ['JOINS_MAY_BLOCK one', 'JOINS_MAY_BLOCK two'])
  })

  test('are not those of which one comes after the other', async ({ assert }) => {
    assert.deepEqual(await crossed('x -> two : p\nx -> end : default\ny -> end : default'), [])
  })
})

test.group('A parallel join that can never fire is refused', () => {
  const never: [string, string, Elements][] = [
    [
      'after a choice',
      'start -> x\nx -> a : p\nx -> b : default\na -> join -> end\nb -> join',
      { ...x, a, b },
    ],
    [
      'after the first of several events',
      'start -> r -> m -> join -> end\nr -> t -> join',
      { r: race(), m: waitFor(message('M')), t: waitFor(timer('1 day')) },
    ],
    [
      'where a task and the event that interrupts it meet',
      'start -> a -> join -> end\nt -> join',
      { a, t: on('a', timer('1 day')) },
    ],
    [
      'after a gateway that opens the one branch only if not the other',
      'start -> w\nw -> a : p\nw -> b : default\na -> join -> end\nb -> join',
      { w: inclusive(), a, b },
    ],
    [
      'after a gateway whose conditions want something to be two things',
      'start -> w\nw -> a : zone = "A" and p\nw -> b : "B" = zone\na -> join -> end\nb -> join',
      { w: inclusive(), a, b },
    ],
    [
      'after a gateway that asks for something and for its contrary',
      'start -> w\nw -> a : answers.p\nw -> b : not(answers.p)\na -> join -> end\nb -> join',
      { w: inclusive(), a, b },
    ],
    [
      'where it waits for what comes after it',
      'start -> join -> a -> x\nx -> join : p\nx -> end : default',
      { ...x, a },
    ],
  ]
  for (const [says, flows, elements] of never)
    test(says, async ({ assert }) => {
      assert.deepEqual(await of(flows, elements), ['JOIN_NEVER_FIRES join'])
    })
})

test.group('One that may wait for ever is warned of', () => {
  const may: [string, string, Elements][] = [
    [
      'where a branch may go elsewhere',
      'start -> fork -> x\nx -> join : p\nx -> end : default\nfork -> a -> join -> end',
      { ...x, a },
    ],
    [
      'where the event on one of its branches leads elsewhere',
      'start -> fork -> a -> join -> end\nfork -> b -> join\nt -> end',
      { a, b, t: on('b', timer('1 day')) },
    ],
    [
      'where one of its flows brings two',
      'start -> fork -> a -> m -> join -> end\nfork -> b -> m\nfork -> c -> join',
      { m: exclusive(), a, b, c },
    ],
    [
      'after a gateway that may open one branch or both',
      'start -> w\nw -> a : p\nw -> b : q\na -> join -> end\nb -> join',
      { w: inclusive(), a, b },
    ],
    [
      'after a gateway whose conditions may all hold, and the default only where none does',
      'start -> w\nw -> a : p\nw -> b : q\nw -> end : default\na -> join -> end\nb -> join',
      { w: inclusive(), a, b },
    ],
    [
      'after a gateway whose conditions want values that go together',
      'start -> w\nw -> a : n = 1\nw -> b : m = 1\nw -> c : n = 1.0\na -> join -> end\nb -> join\nc -> join',
      { w: inclusive(), a, b, c },
    ],
    [
      'where an event that may come beside is waited for',
      'start -> fork -> a -> join -> end\nfork -> b -> end\nt -> join',
      { a, b, t: on('b', timer('1 day'), { cancelActivity: 'false' }) },
    ],
  ]
  for (const [says, flows, elements] of may)
    test(says, async ({ assert }) => {
      assert.deepEqual(await of(flows, elements), ['JOIN_MAY_WAIT join'])
    })
})

test.group('Nothing is said of a join', () => {
  const sound: [string, string, Elements][] = [
    ['after a fork', 'start -> fork -> a -> join -> end\nfork -> b -> join', { a, b }],
    [
      'whose branches choose and meet again first',
      'start -> fork -> x\nx -> a : p\nx -> b : default\na -> m\nb -> m\nm -> join -> end\nfork -> c -> join',
      { ...x, m: exclusive(), a, b, c },
    ],
    [
      'whose other branch goes round in a loop',
      'start -> fork -> m -> a -> x\nx -> m : p\nx -> join : default\nfork -> b -> join -> end',
      { ...x, m: exclusive(), a, b },
    ],
    [
      'within a loop',
      'start -> m -> fork -> a -> join -> x\nfork -> b -> join\nx -> m : p\nx -> end : default',
      { ...x, m: exclusive(), a, b },
    ],
    [
      'where the branch that goes elsewhere ends all the others',
      'start -> fork -> x\nx -> stop : p\nx -> join : default\nfork -> a -> join -> end',
      { ...x, a, stop: terminate() },
    ],
    [
      'whose branch comes by its task or by the event on it',
      'start -> fork -> a -> m -> join -> end\nt -> b -> m\nfork -> c -> join',
      { a, b, c, m: exclusive(), t: on('a', timer('1 day')) },
    ],
    [
      'whose branch comes by a link',
      'start -> fork -> a -> leap\nland -> join -> end\nfork -> b -> join',
      { a, b, leap: throwing(link('L')), land: waitFor(link('L')) },
    ],
    [
      'whose branches are inclusive, and joined so',
      'start -> fork -> w\nw -> a : p\nw -> b : q\na -> j\nb -> j\nj -> join -> end\nfork -> c -> join',
      { w: inclusive(), j: inclusive(), a, b, c },
    ],
    [
      'whose inclusive branches part and join within one another',
      'start -> fork -> w\nw -> v : p\nw -> c : q\nv -> a : r\nv -> b : s\na -> i\nb -> i\ni -> j\nc -> j\nj -> join -> end\nfork -> join',
      { w: inclusive(), v: inclusive(), i: inclusive(), j: inclusive(), a, b, c },
    ],
    [
      'beside a branch of an event that does not interrupt',
      'start -> fork -> a -> join -> end\nfork -> b -> join\nt -> c -> end',
      { a, b, c, t: on('b', signal('S'), { cancelActivity: 'false' }) },
    ],
    [
      'one of whose branches can be undone',
      'start -> fork -> a -> join -> end\nfork -> b -> join',
      {
        a,
        b,
        on_a: on('a', compensation()),
        undo: user('u', { isForCompensation: 'true' }),
        tie: tie('on_a', 'undo'),
      },
    ],
    [
      'after a subprocess that escalates beside it',
      'start -> fork -> part -> join -> end\nfork -> b -> join\nup -> c -> end',
      {
        part: sub('s -> tell -> e', { s: start(), tell: throwing(escalation('E')), e: end() }),
        up: on('part', escalation('E'), { cancelActivity: 'false' }),
        b,
        c,
      },
    ],
  ]
  for (const [says, flows, elements] of sound)
    test(says, async ({ assert }) => {
      assert.deepEqual(await of(flows, elements), [])
    })

  test('in a subprocess that an error leaves', async ({ assert }) => {
    const part = sub('s -> f -> xx\nxx -> bad : p\nxx -> j : default\nf -> a -> j -> e', {
      s: start(),
      f: parallel(),
      xx: exclusive(),
      bad: errorEnd('E'),
      j: parallel(),
      a,
      e: end(),
    })
    const xml = draw('start -> part -> end\ncaught -> end', {
      start: start(),
      part,
      caught: on('part', error('E')),
      end: end(),
    })
    assert.deepEqual(await told(xml), [])
  })

  test('of any process made of blocks', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(blocks, async (block) => {
        assert.deepEqual(await told(predict(block).xml), [])
      }),
      { numRuns: 200 }
    )
  }).timeout(60_000)

  test('but that nobody knows, beyond what can be played out: it is left to simulation, in little time', async ({
    assert,
  }) => {
    const forks = Array.from({ length: 14 }, (_, n) => n)
    const lines = forks.map((n) => `fork -> x${n}\nx${n} -> join : p\nx${n} -> end : default`).join('\n')
    const began = performance.now()
    const found = await told(
      draw(`start -> fork\n${lines}\njoin -> end`, {
        start: start(),
        fork: parallel(),
        join: parallel(),
        end: end(),
        ...Object.fromEntries(forks.map((n) => [`x${n}`, element('exclusiveGateway')])),
      })
    )
    assert.isBelow(performance.now() - began, 5000)
    assert.deepEqual(found, ['JOINS_UNPLAYED process'])
  })
})
