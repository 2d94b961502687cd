import { test } from '@japa/runner'
import { collectMetrics, Counter, gauge, Histogram } from '#core/metrics'
import { metricsText, ofProcesses } from '#core/metrics_text'

const counted = (name: string) => collectMetrics().filter((family) => family.name === name)
const textOf = (name: string) => metricsText(counted(name))

test.group('Metrics', () => {
  test('count by label, from nought where there is none', ({ assert }) => {
    const plain = new Counter('owls_total', 'Owls that came')
    assert.equal(textOf('owls_total'), '# HELP owls_total Owls that came\n# TYPE owls_total counter\nowls_total 0\n') // prettier-ignore
    plain.add()
    plain.add(2)
    assert.include(textOf('owls_total'), 'owls_total 3')
    const kinds = new Counter('kinds_total', 'By kind', ['kind', 'place'])
    kinds.add(1, 'barn', 'a "tower"')
    kinds.add(1, 'barn', 'a "tower"')
    kinds.add(1, 'snowy', 'back\\slash\nline')
    assert.include(textOf('kinds_total'), 'kinds_total{kind="barn",place="a \\"tower\\""} 2')
    assert.include(textOf('kinds_total'), 'kinds_total{kind="snowy",place="back\\\\slash\\nline"} 1')
  })

  test('spread measures over bounds, each bucket with those below it', ({ assert }) => {
    const flights = new Histogram('flight_seconds', 'How long', [0.1, 1])
    for (const seconds of [0.1, 0.5, 1, 30]) flights.see(seconds)
    assert.deepEqual(textOf('flight_seconds').trim().split('\n').slice(2), [
      'flight_seconds_bucket{le="0.1"} 1',
      'flight_seconds_bucket{le="1"} 3',
      'flight_seconds_bucket{le="+Inf"} 4',
      'flight_seconds_sum 31.6',
      'flight_seconds_count 4',
    ])
  })

  test('ask how something stands when they are read, and are silent where nothing is known', ({ assert }) => {
    let owls: number | null = null
    gauge('owls_here', 'Owls now', () => owls)
    assert.equal(metricsText(counted('owls_here')).trim(), '')
    owls = 7
    assert.include(textOf('owls_here'), 'owls_here 7')
  })

  test('of several processes stand under one name, each with its own', ({ assert }) => {
    const family = (value: number) => [{ name: 'a', help: 'A', type: 'gauge' as const, samples: [{ value }] }]
    assert.equal(
      metricsText(ofProcesses({ 'web-1': family(1), worker: family(2) })),
      '# HELP a A\n# TYPE a gauge\na{process="web-1"} 1\na{process="worker"} 2\n'
    )
  })
})
