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
  test('stand in columns, with what is not given left out', ({ assert }) => {
    const table = signInTable({
      signIns: [
        { who: 'Citizen', user: 'marta', password: 'pw', path: '/sign-in' },
        { who: 'Case handler', user: 'pere' },
      ],
    })
    const lines = table.split('\n')
    assert.lengthOf(lines, 3)
    assert.equal(lines[1]!.indexOf('marta'), lines[2]!.indexOf('pere'))
    assert.equal(signInTable(null), '')
  })
})
