import { test } from '@japa/runner'
import { draw, end, error, on, service, start } from '../builder.ts'
import { Case } from '../case.ts'

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
})
