import { readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { numbersTwice } from './support/migration_numbers.js'

test.group('Migrations', () => {
  test('have a number of their own, and so an order', ({ assert }) => {
    assert.deepEqual(numbersTwice(readdirSync(new URL('../../database/migrations', import.meta.url))), [])
  })

  test('are found out when two take the same number; the two that had run are left alone', ({ assert }) => {
    const names = ['0010_a.ts', '0010_b.ts', '0011_a.ts', '0011_b.ts', '0012_c.ts', 'anything.ts']
    assert.deepEqual(numbersTwice(names), ['0011', 'anything.ts'])
  })
})
