import { test } from '@japa/runner'
import { draw, end, message, on, start, startBy, transaction, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { around, booking } from './shared/booking.ts'

test.group('Transaction', () => {
  test('left as any subprocess is when nothing cancels it; an error in it undoes nothing', async ({
    assert,
  }) => {
    const bare = transaction('s -> a -> ok', { s: start(), a: user('a'), ok: end() })
    const kept = await Case.of(draw('start -> part -> end', { start: start(), part: bare, end: end('done') }))
    assert.equal(kept.done('a').state?.outcome, 'done')
    const failed = (await Case.of(around(booking()))).done('a')
    failed.happen({ type: 'error', key: failed.key('c'), code: 'E' })
    assert.deepEqual(failed.waiting, ['f'])
    assert.deepEqual(failed.of('activity'), [])
  })

  test('holds what runs in it like a subprocess, and may be interrupted like one', async ({ assert }) => {
    const xml = draw('start -> part -> end\nstop -> out', {
      start: start(),
      part: transaction('s -> a -> ok', { s: start(), a: user('a'), ok: end() }),
      stop: on('part', message('stop')),
      end: end('done'),
      out: end('stopped'),
    })
    const played = await Case.of(xml)
    assert.deepEqual(played.state?.tokens['part:2'], { element: 'part', waits: 'inside' })
    assert.equal(played.state?.tokens[played.key('a')]?.scope, 'part:2')
    assert.equal(played.message('stop').state?.outcome, 'stopped')
  })

  test('begins plainly, once, and is undone in the one way there is', async ({ assert }) => {
    const xml = (draw_: ReturnType<typeof transaction>) =>
      draw('start -> part -> end', { start: start(), part: draw_, end: end() })
    const named = (method: string) => (id: string) =>
      transaction('s -> ok', { s: start(), ok: end() })(id).replace(' id=', ` method="${method}" id=`)
    assert.deepEqual(await saidOf(xml(named('##Compensate'))), [])
    assert.deepEqual(await saidOf(xml(named('##Image'))), ['REFUSED_PROPERTY part'])
    assert.deepEqual(await saidOf(xml(transaction('', { ok: end() }))), [
      'START_MISSING part',
      'UNREACHABLE ok',
    ])
    const byMessage = transaction('s -> ok', { s: startBy(message('M')), ok: end() })
    assert.deepEqual(await saidOf(xml(byMessage)), ['START_TYPED s'])
  })
})
