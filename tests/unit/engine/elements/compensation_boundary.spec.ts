import { test } from '@japa/runner'
import {
  again,
  call,
  compensation,
  draw,
  element,
  end,
  many,
  mapped,
  message,
  on,
  service,
  start,
  sub,
  throwing,
  tie,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { ordered, undo, undoable } from './shared/undoable.ts'
import { around, inner } from './shared/undone_part.ts'

test.group('Compensation boundary event', () => {
  test('waits for nothing, and goes when its task does', async ({ assert }) => {
    const xml = draw('start -> a -> after -> end', {
      start: start(),
      ...undoable(),
      after: user('after'),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.deepEqual(played.waiting, ['a'])
    played.done('a')
    assert.deepEqual(played.of('cancel'), [])
    assert.deepEqual(played.state?.compensations, [{ element: 'a' }])
    assert.notInclude(played.path, 'on_a')
  })

  test('on a subprocess has its own handler carried out, instead of what is inside', async ({ assert }) => {
    const own = {
      on_part: on('part', compensation()),
      undo_part: undo('x.undo_part'),
      tie_part: tie('on_part', 'undo_part'),
    }
    const played = (await Case.of(around(inner(), own))).done('a').done('b')
    assert.deepEqual(ordered(played), ['undo_part'])
    assert.deepEqual(played.done('undo_part').waiting, ['after'])
  })

  test('on something repeated has each time undone, with what that time had', async ({ assert }) => {
    const xml = draw('start -> a -> undo -> after -> end', {
      start: start(),
      ...undoable(
        many(user('a'), { 'fin:collection': '["x", "y"]', 'fin:item': 'n' }),
        undo('x.undo_a', { in: { n: 'n' } })
      ),
      undo: throwing(compensation()),
      after: user('after'),
      end: end(),
    })
    const played = await Case.of(xml)
    for (const key of played.keys('a', 'task').reverse()) played.doneAt(key)
    // "y" was done first, so that "x" is undone first
    assert.deepEqual(
      played.of('activity').map(({ input }) => input.n),
      ['x']
    )
    assert.deepEqual(
      played
        .done('undo_a')
        .of('activity')
        .map(({ input }) => input.n),
      ['y']
    )
    assert.deepEqual(played.done('undo_a').waiting, ['after'])
  })

  test('on something repeated no time, nothing; on a loop, each turn', async ({ assert }) => {
    const xml = (repeated: ReturnType<typeof user>) =>
      draw('start -> a -> undo -> after -> end', {
        start: start(),
        ...undoable(repeated),
        undo: throwing(compensation()),
        after: user('after'),
        end: end(),
      })
    assert.deepEqual((await Case.of(xml(many(user('a'), { 'fin:collection': '[]' })))).waiting, ['after'])
    const none = await Case.of(xml(again(user('a'), 'false', { testBefore: 'true' })))
    assert.deepEqual(none.waiting, ['after'])
    const loop = await Case.of(xml(again(user('a'), 'loopCounter < 2')))
    for (const _ of [1, 2]) loop.doneAt(loop.keys('a', 'task')[0]!)
    loop.done('undo_a').done('undo_a')
    assert.deepEqual(loop.waiting, ['after'])
  })

  test('a handler may work something out, or be a part, a person or another procedure', async ({
    assert,
  }) => {
    const handlers: [string, ReturnType<typeof user>, (played: Case) => Case][] = [
      [
        'scriptTask',
        element('scriptTask', { isForCompensation: 'true' }, mapped({}, { undone: 'n' })),
        (played) => played,
      ],
      ['userTask', user('u', { isForCompensation: 'true' }), (played) => played.done('undo_a')],
      ['callActivity', call('refund', { isForCompensation: 'true' }), (played) => played.done('undo_a')],
      [
        'subProcess',
        (id) =>
          sub('s -> u -> e', { s: start(), u: user('u'), e: end() })(id).replace(
            '<bpmn:subProcess ',
            '<bpmn:subProcess isForCompensation="true" '
          ),
        (played) => played.done('u'),
      ],
    ]
    for (const [, handler, carriedOut] of handlers) {
      const xml = draw('start -> a -> go -> undo -> after -> end', {
        start: start(),
        ...undoable(many(user('a'), { 'fin:collection': '[1]', 'fin:item': 'n' }), handler),
        go: waitFor(message('go')),
        undo: throwing(compensation()),
        after: user('after'),
        end: end(),
      })
      const played = await Case.of(xml)
      played.doneAt(played.keys('a', 'task')[0]!).message('go')
      assert.deepEqual(carriedOut(played).waiting, ['after'])
    }
  })

  test('needs a handler that it alone leads to, and has no way on', async ({ assert }) => {
    const xml = (flows: string, more: Parameters<typeof draw>[1]) =>
      draw(`start -> a -> end\n${flows}`, { start: start(), a: user('a'), end: end(), ...more })
    const bare = { on_a: on('a', compensation()) }
    assert.deepEqual(await saidOf(xml('', bare)), ['HANDLER_MISSING on_a'])
    assert.deepEqual(await saidOf(xml('on_a -> end', undoable())), ['END_GOES_ON on_a'])
    assert.deepEqual(await saidOf(xml('undo_a -> end', undoable())), ['HANDLER_IN_FLOW undo_a'])
    assert.deepEqual(await saidOf(xml('', undoable(user('a'), service('x.undo_a')))), [
      'HANDLER_IN_FLOW undo_a',
    ])
    // a drawing program may say that it does not interrupt what is over
    const drawn = { ...undoable(), on_a: on('a', compensation(), { cancelActivity: 'false' }) }
    assert.deepEqual(await saidOf(xml('', drawn)), ['warning HANDLER_UNUSED undo_a'])
  })

  test('has its handler in its own part, which somebody asks for', async ({ assert }) => {
    const apart = draw('start -> a -> part -> undo -> end', {
      start: start(),
      a: user('a'),
      on_a: on('a', compensation()),
      tie_a: tie('on_a', 'undo_a'),
      part: sub('s -> c -> e', { s: start(), c: user('c'), e: end(), undo_a: undoable().undo_a }),
      undo: throwing(compensation()),
      end: end(),
    })
    assert.deepEqual(await saidOf(apart), ['HANDLER_ELSEWHERE undo_a'])
    const inside = (undoes: Parameters<typeof draw>[1][string], own: Parameters<typeof draw>[1] = {}) =>
      draw('start -> part -> last -> end', {
        start: start(),
        part: sub('s -> a -> e', { s: start(), ...undoable(), e: end() }),
        ...own,
        last: undoes,
        end: end(),
      })
    assert.deepEqual(await saidOf(inside(throwing(compensation()))), [])
    assert.deepEqual(await saidOf(inside(throwing(compensation('part')))), [])
    assert.deepEqual(await saidOf(inside(user('a'))), ['warning HANDLER_UNUSED undo_a'])
    // a part with a handler of its own is undone by that, and what was done inside is left
    const whole = {
      on_part: on('part', compensation()),
      undo_part: service('x.undo_part', { isForCompensation: 'true' }),
      tie_part: tie('on_part', 'undo_part'),
    }
    assert.deepEqual(await saidOf(inside(throwing(compensation()), whole)), ['warning HANDLER_UNUSED undo_a'])
    const twice = {
      ...undoable(),
      again: on('a', compensation()),
      other: service('x.other', { isForCompensation: 'true' }),
      tie_other: tie('again', 'other'),
    }
    assert.include(
      await saidOf(draw('start -> a -> end', { start: start(), ...twice, end: end() })),
      'LISTENER_TWICE again'
    )
  })
})
