import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ACTIVITY_NAMES } from '#cases/activities/index'
import { ACTIVITIES, MESSAGES } from '#catalogue/index'
import { CATALOGUE } from '#tests/catalogue/root'

const README = readFileSync(join(CATALOGUE, 'README.md'), 'utf8')

const quoted = (text: string) => [...text.matchAll(/`([\w.]+)`/g)].map(([, name]) => name!)

const ERRORS_FROM = README.indexOf('| activity | errors |')

const rowsOf = (table: string) =>
  table
    .split('\n')
    .map((line) => line.split('|').map(quoted))
    .filter(([, name]) => name?.[0]?.includes('.'))

/** What the table for authors says of each activity: what it needs, and what it gives. */
const told = rowsOf(README.slice(0, ERRORS_FROM)).map(([, name, needs, gives]) => [
  name![0]!,
  { needs: needs!.toSorted(), gives: gives!.toSorted() },
])

test.group('What documents may ask offices for', () => {
  test('is what the house can do: each activity has its contract, each contract its activity', ({
    assert,
  }) => {
    assert.sameMembers(ACTIVITY_NAMES, Object.keys(ACTIVITIES))
  })

  test('is told to authors as it is: what each needs and gives', ({ assert }) => {
    const contracts = Object.entries(ACTIVITIES).map(([name, { inputs, results }]) => [
      name,
      { needs: inputs.toSorted(), gives: results.toSorted() },
    ])
    assert.lengthOf(told, contracts.length)
    assert.deepEqual(Object.fromEntries(told), Object.fromEntries(contracts))
  })

  test('is told to authors with the business errors that each may report', ({ assert }) => {
    const reported = Object.entries(ACTIVITIES).flatMap(([name, { errors }]) =>
      errors?.length ? [[name, errors.toSorted()] as const] : []
    )
    const errorsTold = rowsOf(README.slice(ERRORS_FROM, README.indexOf('Messages:')))
    assert.deepEqual(
      Object.fromEntries(errorsTold.map(([, name, errors]) => [name![0]!, errors!.toSorted()])),
      Object.fromEntries(reported)
    )
  })

  test('is told to authors with every message that a process can wait for', ({ assert }) => {
    const [, messages = ''] = /^Messages: ([^]*?)\. /m.exec(README) ?? []
    assert.sameMembers(quoted(messages.replace(/\([^)]*\)/g, '')), [...MESSAGES])
  })
})
