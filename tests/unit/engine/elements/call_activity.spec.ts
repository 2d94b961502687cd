import { test } from '@japa/runner'
import { call, draw, end, error, escalation, many, on, start, timer, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = draw(
  `start -> other -> a -> end
   failed -> b -> end
   late -> end
   told -> c -> end`,
  {
    start: start(),
    other: call('licence', { in: { who: 'applicant' }, out: { number: 'result.number' } }),
    failed: on('other', error('DENIED')),
    late: on('other', timer('3 months')),
    told: on('other', escalation('SLOW'), { cancelActivity: 'false' }),
    a: user('a'),
    b: user('b'),
    c: user('c'),
    end: end(),
  }
)

test.group('Call activity', () => {
  test('orders the other procedure with what it is given, and waits for what it brings', async ({
    assert,
  }) => {
    const played = await Case.of(xml, { applicant: 'Ada' })
    assert.deepEqual(played.of('call'), [
      { type: 'call', key: 'other:2', element: 'other', process: 'licence', variables: { who: 'Ada' } },
    ])
    assert.deepEqual(played.waiting, ['late', 'other'])
    assert.deepEqual(played.done('other', { number: 7, more: 'is not kept' }).waiting, ['a'])
    assert.deepEqual(played.state?.variables, { applicant: 'Ada', number: 7 })
  })

  test('an error of the other is caught on its border; what comes after is for nobody', async ({
    assert,
  }) => {
    const played = (await Case.of(xml)).happen({ type: 'error', key: 'other:2', code: 'DENIED' })
    assert.deepEqual(played.waiting, ['b'])
    assert.deepEqual(played.doneAt('other:2', { number: 1 }).commands, [])
    assert.notProperty(played.state?.variables, 'number')
  })

  test('one that nobody catches is an incident, which a retry orders anew under the same key', async ({
    assert,
  }) => {
    const played = (await Case.of(xml)).happen({ type: 'error', key: 'other:2', code: 'UNKNOWN' })
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['error_uncaught', 'UNKNOWN']]
    )
    played.retry('other', { applicant: 'Bo' })
    assert.deepEqual(
      played.of('call').map(({ key, variables }) => [key, variables]),
      [['other:2', { who: 'Bo' }]]
    )
    assert.deepEqual(played.done('other', {}).waiting, ['a'])
  })

  test('one that could not be begun is an incident at it, which a retry orders anew', async ({ assert }) => {
    const played = (await Case.of(xml)).happen({ type: 'fail', key: 'other:2', reason: 'not offered' })
    assert.deepEqual(
      played.of('incident').map(({ element, code, detail }) => [element, code, detail]),
      [['other', 'call_failed', 'not offered']]
    )
    played.happen({ type: 'fail', key: 'other:2', reason: 'again' })
    assert.isEmpty(played.of('incident'))
    assert.lengthOf(played.retry('other').of('call'), 1)
  })

  test('is given up when it is interrupted, and may tell meanwhile', async ({ assert }) => {
    const played = (await Case.of(xml)).escalate('other', 'SLOW')
    assert.deepEqual(played.waiting, ['c', 'late', 'other'])
    played.trigger('late')
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key),
      ['other:2']
    )
    assert.deepEqual(played.waiting, ['c'])
  })

  test('for each of several, with what each brings', async ({ assert }) => {
    const repeated = draw('start -> other -> end', {
      start: start(),
      other: many(call('licence', { in: { who: 'p' }, out: { number: 'result' } }), {
        'fin:collection': 'people',
        'fin:item': 'p',
        'fin:collect': 'numbers',
        'fin:each': 'number',
      }),
      end: end(),
    })
    const played = await Case.of(repeated, { people: ['Ada', 'Bo'] })
    assert.deepEqual(
      played.of('call').map(({ variables }) => variables),
      [{ who: 'Ada' }, { who: 'Bo' }]
    )
    const [first, second] = played.keys('other', 'call')
    played.doneAt(second!, 2).doneAt(first!, 1)
    assert.isTrue(played.ended)
    assert.deepEqual(played.state?.variables, { people: ['Ada', 'Bo'], numbers: [1, 2] })
  })

  test('calls a procedure that the town has', async ({ assert }) => {
    const calling = (slug: string) =>
      draw('start -> it -> end', { start: start(), it: call(slug), end: end() })
    const known = { processes: ['licence'] }
    assert.deepEqual(await saidOf(calling('licence'), known), [])
    assert.deepEqual(await saidOf(calling('other'), known), ['CALL_UNKNOWN it'])
    assert.deepEqual(await saidOf(calling('')), ['CALL_MISSING it'])
  })
})
