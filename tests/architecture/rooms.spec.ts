import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { FILES, FOLDERS, rooms } from './support/house.js'
import { ROOT, paths, sources } from './support/sources.js'

/** Prose that concerns the whole house. */
const PROSE = ['app/DECISIONS.md', 'app/GLOSSARY.md']

const LONGEST_README = 30
const LONGEST_FILE = 220

/** What stands in `app/` and is not in the plan. */
const strangers = (all: string[]): string[] =>
  all.filter((path) => {
    if (PROSE.includes(path)) return false
    const [, name = '', place = '', ...deeper] = path.split('/')
    const room = rooms[name]
    if (!room || place === '') return true
    if (place === 'README.md') return false
    if (deeper.length > 0) return ![...FOLDERS, ...room.inside].includes(place)
    if (room.pure || name === 'core') return !place.endsWith('.ts')
    const shown = room.shows === '*' ? [] : room.shows
    return ![...FILES, ...shown, ...room.inside].some((known) => place === `${known}.ts`)
  })

const lines = (text: string) => text.trimEnd().split('\n').length

const tooLong = (files: { path: string; text: string }[]): string[] =>
  files.filter(({ text }) => lines(text) > LONGEST_FILE).map(({ path }) => path)

test.group('The rooms of app/', () => {
  test('are those of the plan, and each stands', ({ assert }) => {
    const standing = new Set(paths('app').map((path) => path.split('/')[1]))
    for (const room of Object.keys(rooms)) assert.isTrue(standing.has(room), room)
  })

  test('hold what the plan knows, and nothing else', ({ assert }) => {
    assert.deepEqual(strangers(paths('app')), [])
  })

  for (const planted of [
    'app/helpers.ts',
    'app/weather/actions/forecast.ts',
    'app/registry/utils/dates.ts',
    'app/registry/helpers.ts',
    'app/registry/registrar/batch.ts',
    'app/engine/services/runner.ts',
    'app/engine/notes.txt',
  ])
    test(`don't take in ${planted}`, ({ assert }) => {
      assert.deepEqual(strangers([planted]), [planted])
    })

  for (const room of Object.keys(rooms))
    test(`${room} says what it keeps, in ${LONGEST_README} lines`, ({ assert }) => {
      const text = readFileSync(join(ROOT, 'app', room, 'README.md'), 'utf8')
      assert.match(text, /^# \S/)
      assert.isAtMost(lines(text), LONGEST_README)
      assert.isAtLeast(lines(text), 5)
    })
})

test.group('The files of the house', () => {
  test(`have ${LONGEST_FILE} lines at most, and their sizes are told`, ({ assert }) => {
    const files = sources('app', 'resources/js', 'start', 'config')
    const sizes = files.map(({ text }) => lines(text)).sort((a, b) => a - b)
    const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0
    const largest = files.toSorted((a, b) => lines(b.text) - lines(a.text))[0]!
    console.log(
      `    ${files.length} files: median ${at(0.5)} lines, p95 ${at(0.95)}, largest ${at(1)} (${largest.path})`
    )
    assert.isAtMost(at(0.5), 45)
    assert.isAtMost(at(0.95), 120)
    assert.deepEqual(tooLong(files), [])
  })

  test('are found out when one grows beyond that', ({ assert }) => {
    assert.deepEqual(tooLong([{ path: 'app/cases/everything.ts', text: 'x\n'.repeat(LONGEST_FILE + 1) }]), [
      'app/cases/everything.ts',
    ])
  })
})
