import { test } from '@japa/runner'
import { compensation, draw, end, ending, error, eventSub, start, startBy, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { booked } from './shared/booked.ts'
import { ordered, undoable } from './shared/undoable.ts'

test.group('Compensation end event', () => {
  test('ends its branch, with its outcome, once all is undone', async ({ assert }) => {
    const xml = booked(ending(compensation(), { 'fin:outcome': 'undone' }), '')
    const played = (await Case.of(xml)).done('a').done('b').done('undo_b')
    assert.isNull(played.state!.outcome)
    assert.equal(played.done('undo_a').state?.outcome, 'undone')
    assert.isTrue(played.ended)
  })

  test('undoes only the one that it names', async ({ assert }) => {
    const played = (await Case.of(booked(ending(compensation('a')), ''))).done('a').done('b')
    assert.deepEqual(ordered(played), ['undo_a'])
    assert.isTrue(played.done('undo_a').ended)
  })

  test('undoes what a failed part had completed, in the event subprocess that takes the error', async ({
    assert,
  }) => {
    const xml = draw('start -> a -> b -> end', {
      start: start(),
      ...undoable(),
      b: user('b'),
      end: end(),
      aside: eventSub('s -> e', {
        s: startBy(error()),
        e: ending(compensation(), { 'fin:outcome': 'undone' }),
      }),
    })
    const played = (await Case.of(xml)).done('a')
    played.happen({ type: 'error', key: played.key('b'), code: 'E' })
    assert.deepEqual(ordered(played), ['undo_a'])
    assert.equal(played.done('undo_a').state?.outcome, 'undone')
    assert.isTrue(played.ended)
  })

  test('with nothing to undo ends at once', async ({ assert }) => {
    const xml = draw('start -> it', {
      start: start(),
      it: ending(compensation(), { 'fin:outcome': 'undone' }),
    })
    const played = await Case.of(xml)
    assert.isTrue(played.ended)
    assert.equal(played.state?.outcome, 'undone')
  })

  test('names something that can be undone, leads nowhere, and has to wait until all is', async ({
    assert,
  }) => {
    assert.deepEqual(await saidOf(booked(ending(compensation('b')), '')), ['warning HANDLER_UNUSED undo_a'])
    assert.deepEqual(await saidOf(booked(ending(compensation('start')), '')), ['UNDOES_NOTHING undo'])
    assert.deepEqual(await saidOf(booked(ending(compensation()))), ['END_GOES_ON undo'])
    const careless = compensation().replace('/>', ' waitForCompletion="false"/>')
    assert.deepEqual(await saidOf(booked(ending(careless), '')), ['REFUSED_PROPERTY undo'])
  })
})
