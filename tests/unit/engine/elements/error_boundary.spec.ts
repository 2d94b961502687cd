import { test } from '@japa/runner'
import { draw, end, error, exclusive, on, service, start } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Error boundary event', () => {
  const xml = (code?: string) =>
    draw('start -> work -> end\ncaught -> other', {
      start: start(),
      work: service('x.y'),
      caught: on('work', error(code)),
      end: end('well'),
      other: end('otherwise'),
    })

  test('takes the error that it names, or any when it names none', async ({ assert }) => {
    for (const code of ['refused', undefined]) {
      const played = await Case.of(xml(code))
      played.happen({ type: 'error', key: 'work:2', code: 'refused' })
      assert.equal(played.state?.outcome, 'otherwise')
      assert.deepEqual(played.path, ['start', 'work', 'caught', 'other'])
    }
  })

  test('an error that nothing takes is an incident on the task that reported it', async ({ assert }) => {
    const played = await Case.of(xml('refused'))
    played.happen({ type: 'error', key: 'work:2', code: 'unknown' })
    assert.deepEqual(played.commands, [
      { type: 'incident', key: 'work:2', element: 'work', code: 'error_uncaught', detail: 'unknown' },
    ])
    assert.lengthOf(played.retry('work').of('activity'), 1)
  })

  test('its own code comes before any code, wherever it is drawn', async ({ assert }) => {
    const both = draw('start -> work -> end\nany -> end\nexact -> other', {
      start: start(),
      work: service('x.y'),
      any: on('work', error()),
      exact: on('work', error('refused')),
      end: end('any'),
      other: end('exact'),
    })
    for (const [code, outcome] of [
      ['refused', 'exact'],
      ['unknown', 'any'],
    ] as const) {
      const played = (await Case.of(both)).happen({ type: 'error', key: 'work:2', code })
      assert.equal(played.state?.outcome, outcome)
    }
  })

  test('ends what it sits on: what that brings later is for nobody', async ({ assert }) => {
    const played = (await Case.of(xml())).happen({ type: 'error', key: 'work:2', code: 'refused' })
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'work:2' }])
    assert.deepEqual(played.doneAt('work:2').commands, [])
  })

  test('waits for nothing while its task runs', async ({ assert }) => {
    const played = await Case.of(xml())
    assert.deepEqual(played.waiting, ['work'])
    assert.deepEqual(played.done('work').of('cancel'), [])
    assert.equal(played.state?.outcome, 'well')
  })

  test('always interrupts, sits on something that takes time, and leads on', async ({ assert }) => {
    assert.deepEqual(await saidOf(xml('refused')), [])
    const sitting = (
      given: Record<string, string>,
      flows = 'caught -> end',
      host: ReturnType<typeof service> = service('x.y')
    ) =>
      draw(`start -> it -> end\n${flows}`, {
        start: start(),
        it: host,
        caught: on('it', error('E'), given),
        end: end(),
      })
    assert.deepEqual(await saidOf(sitting({ cancelActivity: 'false' })), ['REFUSED_PROPERTY caught'])
    assert.deepEqual(await saidOf(sitting({}, '')), ['DEAD_END caught'])
    assert.deepEqual(await saidOf(sitting({}, 'caught -> end', exclusive())), [
      'BOUNDARY_WITHOUT_HOST caught',
    ])
    assert.deepEqual(await saidOf(sitting({}, 'it -> caught -> end')), ['BEGINNING_ENTERED caught'])
  })
})
