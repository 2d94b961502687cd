import { test } from '@japa/runner'
import {
  draw,
  end,
  error,
  escalation,
  eventSub,
  message,
  on,
  race,
  receive,
  signal,
  start,
  startBy,
  timer,
  user,
  waitFor,
} from '../builder.ts'
import { saidOf } from '../linted.ts'

type Given = Record<string, string>
type Elements = Parameters<typeof draw>[1]

/** A task with two events on its border. */
const borders = (first: string, second: string, given: [Given, Given] = [{}, {}]) =>
  draw('start -> it -> end\none -> end\ntwo -> end', {
    start: start(),
    it: user('a'),
    one: on('it', first, given[0]),
    two: on('it', second, given[1]),
    end: end(),
  })

/** A process with two event subprocesses. */
const parts = (first: string, second: string) => {
  const part = (by: string, id: string) =>
    eventSub(`${id} -> ${id}e`, { [id]: startBy(by), [`${id}e`]: end() } as Elements)
  return draw('start -> it -> end', {
    start: start(),
    it: user('a'),
    p: part(first, 'one'),
    q: part(second, 'two'),
    end: end(),
  })
}

const raced = (first: Elements[string], second: Elements[string]) =>
  draw('start -> gate\ngate -> one -> end\ngate -> two -> end', {
    start: start(),
    gate: race(),
    one: first,
    two: second,
    end: end(),
  })

const SAYS = ['LISTENER_TWICE two']
const beside = { cancelActivity: 'false' }

test.group('Of two events that wait for the same at one place, the second never happens', () => {
  test('on a border', async ({ assert }) => {
    for (const what of [error('E'), error(), escalation('Q'), escalation(), message('M'), signal('S')])
      assert.deepEqual(await saidOf(borders(what, what)), SAYS, what)
    assert.deepEqual(await saidOf(borders(escalation('Q'), escalation('Q'), [beside, {}])), SAYS)
  })

  test('at the beginning of event subprocesses beside each other', async ({ assert }) => {
    for (const what of [error('E'), error(), escalation('Q'), message('M'), signal('S')])
      assert.deepEqual(await saidOf(parts(what, what)), SAYS, what)
  })

  test('in a race', async ({ assert }) => {
    assert.deepEqual(await saidOf(raced(waitFor(message('M')), receive('M'))), SAYS)
    assert.deepEqual(await saidOf(raced(waitFor(signal('S')), waitFor(signal('S')))), SAYS)
  })

  test('unless they wait for different things, or leave it to each other', async ({ assert }) => {
    for (const [one, two] of [
      [error('E'), error('F')],
      [error('E'), error()],
      [error('E'), escalation('E')],
      [message('M'), signal('M')],
      [timer('1 day'), timer('1 day')],
    ] as const) {
      assert.deepEqual(await saidOf(borders(one, two)), [], one + two)
      assert.deepEqual(await saidOf(parts(one, two)), [], one + two)
    }
    assert.deepEqual(await saidOf(borders(signal('S'), signal('S'), [beside, {}])), [])
    const correlated = (by: string) => waitFor(message('M'), { 'fin:correlation': by })
    assert.deepEqual(await saidOf(raced(correlated('"a"'), correlated('"b"'))), [])
    const apart = draw('start -> it -> part -> end\none -> end\ntwo -> end', {
      start: start(),
      it: user('a'),
      part: user('b'),
      one: on('it', error('E')),
      two: on('part', error('E')),
      end: end(),
    })
    assert.deepEqual(await saidOf(apart), [])
  })
})
