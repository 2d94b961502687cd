import { test } from '@japa/runner'
import { lastInstantToPay } from '#deadlines/index'
import { calendar } from '#tests/catalogue/calendar'

const AT = new Date('2026-03-02T09:30:00Z')
const by = (inputs: Parameters<typeof lastInstantToPay>[1]) => lastInstantToPay(AT, inputs, calendar)

test.group('The last instant to pay', () => {
  test('is that of the law, unless the process says more (Law 58/2003, art. 62.2)', ({ assert }) => {
    assert.equal(by({}), '2026-04-20T22:00:00.000Z')
  })

  test('counts a term from the day of the asking', ({ assert }) => {
    assert.equal(by({ term: '10 working days' }), '2026-03-16T23:00:00.000Z')
    assert.equal(by({ term: '10 working days', from: null }), '2026-03-16T23:00:00.000Z')
  })

  test('counts it from the accrual, where the process says so (RDLeg 2/2004, art. 110.2)', ({ assert }) => {
    assert.equal(by({ term: '30 working days', from: '2026-02-10' }), '2026-03-25T23:00:00.000Z')
    assert.equal(by({ term: '6 months', from: '2026-02-10' }), '2026-08-10T22:00:00.000Z')
  })

  test('leaves some days to pay what is filed at the very end, or late', ({ assert }) => {
    const late = { term: '30 working days', from: '2024-08-25' }
    assert.equal(by({ ...late, atLeast: '5 working days' }), '2026-03-09T23:00:00.000Z')
    assert.equal(
      by({ term: '6 months', from: '2026-02-10', atLeast: '5 working days' }),
      '2026-08-10T22:00:00.000Z'
    )
  })

  test('is never made up from what is no term', ({ assert }) => {
    assert.throws(() => by({ term: 'a while' }), 'no term: "a while"')
  })
})
