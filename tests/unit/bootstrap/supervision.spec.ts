import { test } from '@japa/runner'
import { load } from './load.js'

const { backoff } = await load('backoff')
const { signInTable } = await load('demo')

test.group('The supervisor', () => {
  test('waits longer after each early end, up to half a minute', ({ assert }) => {
    const wait = backoff()
    const waits = Array.from({ length: 9 }, () => wait(100))
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
  })

  test('forgets the failures of a process that then lived for a minute', ({ assert }) => {
    const wait = backoff()
    wait(100)
    wait(100)
    assert.equal(wait(60_000), 500)
    assert.equal(wait(100), 500)
  })
})

test.group('The demo sign-ins', () => {
  test('stand in columns, each with the address of its town', ({ assert }) => {
    const signIns = [
      { who: 'Citizen', user: 'marta', password: 'pw', path: '/folder' },
      { who: 'Case handler', user: 'pere', password: 'pw', path: '/desk', town: 'benialba' },
    ]
    const lines = signInTable({ signIns }, 3333).split('\n')
    assert.lengthOf(lines, 3)
    assert.equal(lines[1].indexOf('marta'), lines[2].indexOf('pere'))
    assert.include(lines[1], ' http://localhost:3333/folder')
    assert.include(lines[2], ' http://benialba.localhost:3333/desk')
    assert.equal(signInTable(null, 3333), '')
  })
})
