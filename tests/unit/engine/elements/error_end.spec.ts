import { test } from '@japa/runner'
import { draw, end, error, errorEnd, on, parallel, start, sub, user } from '../builder.ts'
import { Case } from '../case.ts'

const forked = (ending = end()) =>
  sub('s -> f -> a -> e\nf -> b -> t', {
    s: start(),
    f: parallel(),
    a: user('a'),
    b: user('b'),
    e: end(),
    t: ending,
  })

test.group('Error end event', () => {
  test('leaves the subprocess by the error boundary event that takes it, with all its branches', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end\ncaught -> other', {
      start: start(),
      part: forked(errorEnd('refused')),
      caught: on('part', error('refused')),
      end: end('well'),
      other: end('refused'),
    })
    const played = await Case.of(xml)
    const a = played.key('a')
    played.done('b')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: a }])
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'refused' })
  })
})
