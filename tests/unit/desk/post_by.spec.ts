import { test } from '@japa/runner'
import { postBy } from '#desk/domain/post_by'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const made = new Date('2024-05-10T10:00:00Z')

test.group('A notification on paper', () => {
  test('is posted within ten working days of its act (Law 39/2015, art. 40.2)', ({ assert }) => {
    assert.equal(postBy(made, null, algemesi), '2024-05-24')
    assert.equal(postBy(made, '2024-09-01', algemesi), '2024-05-24')
  })

  test('is posted before the term to resolve and notify ends (arts. 21 and 40.4)', ({ assert }) => {
    assert.equal(postBy(made, '2024-05-15', algemesi), '2024-05-15')
  })
})
