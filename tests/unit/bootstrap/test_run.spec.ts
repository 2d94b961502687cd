import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { Tally } = await load('testing/tally')
const { JapaEvents } = await load('testing/japa_events')
const { parseArgs } = await load('testing/run_tests')
const { specsWith } = await load('testing/spec_files')
const { readSkips } = await load('testing/skips')

const end = (more: object) =>
  JSON.stringify({
    event: 'test:end',
    title: { original: 't', expanded: 't' },
    errors: [],
    relativePath: 'a.spec.ts',
    ...more,
  })

test.group('The sum of a test run', () => {
  test('ends with what was skipped and why, then passed and failed', ({ assert }) => {
    const tally = new Tally()
    tally.count(true)
    tally.count(true)
    tally.count(false)
    tally.skip('redis carries limits', 'no redis-server')
    tally.skip('redis carries caches', 'no redis-server')
    for (const name of ['a', 'b', 'c', 'd', 'e']) tally.skip(name, 'no pdfsig')
    assert.deepEqual(tally.lines().slice(-2), [
      'Skipped: 5 (no pdfsig: a; b; c and 2 more), 2 (no redis-server: redis carries limits; redis carries caches)',
      '2 passed, 1 failed',
    ])
    assert.includeMembers(tally.lines(), ['Skipped, no pdfsig:', '  - d', '  - e'])
    assert.deepEqual(new Tally().lines(), ['Skipped: nothing', '0 passed, 0 failed'])
  })

  test("counts Japa's events and leaves other lines to people", ({ assert }) => {
    const tally = new Tally()
    const events = new JapaEvents(tally)
    assert.isTrue(events.take(end({})))
    assert.isTrue(events.take(end({ errors: [{ phase: 'test', error: {} }] })))
    assert.isTrue(events.take(end({ isSkipped: true, skipReason: 'no Chromium' })))
    assert.isTrue(events.take(end({ isTodo: true })))
    assert.isTrue(events.take('{"aggregates":{"passed":1}}'))
    assert.isFalse(events.take('✔ a test (2ms)'))
    assert.isFalse(events.take('{"answer":42}'))
    assert.deepEqual([tally.passed, tally.failed, tally.skipped.length], [1, 1, 2])
    assert.equal(tally.skipped[0].reason, 'no Chromium')
  })

  test('adds what tests noted in the file of skips', ({ assert }) => {
    const folder = mkdtempSync(join(tmpdir(), 'skips-'))
    const tally = new Tally()
    writeFileSync(join(folder, 'skips.jsonl'), '{"test":"pdfsig agrees","reason":"no pdfsig"}\n')
    readSkips(join(folder, 'skips.jsonl'), tally)
    readSkips(join(folder, 'absent.jsonl'), tally)
    rmSync(folder, { recursive: true })
    assert.deepEqual(tally.skipped, [{ test: 'pdfsig agrees', reason: 'no pdfsig' }])
  })

  test('takes any part of a path for the specs that have it', ({ assert }) => {
    const all = ['tests/unit/cases/a.spec.ts', 'tests/functional/cases/b.spec.ts', 'tests/unit/texts.spec.ts']
    assert.deepEqual(specsWith('cases', all), all.slice(0, 2))
    assert.deepEqual(specsWith('text*', all), all.slice(2))
    assert.deepEqual(specsWith('functional/cases/*', all), [all[1]])
    assert.deepEqual(specsWith('unit/*.spec.ts', all), [all[0], all[2]])
    assert.deepEqual(specsWith('nothing', all), ['nothing'])
  })

  test('runs everything by default, and a part by name with flags for Japa', ({ assert }) => {
    assert.isTrue(parseArgs([]).checks)
    assert.lengthOf(parseArgs([]).suites, 6)
    const part = parseArgs(['functional', '--files', 'tests/functional/a.spec.ts'])
    assert.deepEqual(part, {
      suites: ['functional'],
      flags: ['--files', 'tests/functional/a.spec.ts'],
      checks: false,
    })
    assert.deepEqual(parseArgs(['unit', '--files=test_r*n', '--tests', 'x']).flags, [
      ...['--files', 'tests/unit/bootstrap/test_run.spec.ts'],
      ...['--tests', 'x'],
    ])
    assert.throws(() => parseArgs(['unitt']), /Unknown suite: unitt/)
  })
})
