import { test } from '@japa/runner'
import type { FeeScheduleSource } from '#fees/index'
import { faults } from '#tests/unit/fees/support'

const TYPES = { pages: 'number', kind: 'string' } as const
const version = { from: '2025-01-01', article: 'art. 1' }

const good: FeeScheduleSource = {
  tables: {
    price: { by: ['kind'], versions: [{ ...version, rows: [{ when: ['a'], value: '1' }] }] },
    tiers: {
      of: 'pages',
      versions: [{ ...version, brackets: [{ upTo: '3', value: '1' }, { value: '2' }] }],
    },
  },
  steps: [
    { id: 'sheets', value: 'pages * 2' },
    { id: 'charge', charge: 'price + tiers + sheets' },
  ],
}

const with_ = (change: (source: FeeScheduleSource) => void) => {
  const source = structuredClone(good)
  change(source)
  return faults(source, TYPES)
}

const set = (name: string, versions: object[]) => (source: FeeScheduleSource) => {
  source.tables[name]!.versions = versions as never
}

test.group('A fee schedule', () => {
  test('that is right has nothing to mend', ({ assert }) => {
    assert.deepEqual(faults(good, TYPES), [])
  })

  test('is refused with {code} for {what}')
    .with([
      {
        what: 'versions that overlap',
        code: 'VERSION_OVERLAP /tables/price/versions/0',
        change: set('price', [
          { ...version, rows: [] },
          { ...version, from: '2026-01-01', rows: [] },
        ]),
      },
      {
        what: 'a version that ends before it begins',
        code: 'VERSION_BACKWARDS /tables/price/versions/0',
        change: set('price', [{ ...version, to: '2024-12-31', rows: [] }]),
      },
      {
        what: 'rows where brackets belong',
        code: 'TABLE_CONTENTS /tables/tiers/versions/0',
        change: set('tiers', [{ ...version, rows: [] }]),
      },
      {
        what: 'a row of another width',
        code: 'ROW_WIDTH /tables/price/versions/0/rows/0/when',
        change: set('price', [{ ...version, rows: [{ when: ['a', 'b'], value: '1' }] }]),
      },
      {
        what: 'a row twice',
        code: 'ROW_REPEATED /tables/price/versions/0/rows/1/when',
        change: set('price', [
          {
            ...version,
            rows: [
              { when: ['a'], value: '1' },
              { when: ['a'], value: '2' },
            ],
          },
        ]),
      },
      {
        what: 'brackets out of order',
        code: 'BRACKET_ORDER /tables/tiers/versions/0/brackets/1',
        change: set('tiers', [
          { ...version, brackets: [{ upTo: '3', value: '1' }, { upTo: '2', value: '1' }, { value: '1' }] },
        ]),
      },
      {
        what: 'a last bracket with an end',
        code: 'BRACKET_CLOSED /tables/tiers/versions/0/brackets/0',
        change: set('tiers', [{ ...version, brackets: [{ upTo: '3', value: '1' }] }]),
      },
      {
        what: 'a bracket without an end before the last',
        code: 'BRACKET_OPEN /tables/tiers/versions/0/brackets/0',
        change: set('tiers', [{ ...version, brackets: [{ value: '1' }, { value: '2' }] }]),
      },
      {
        what: 'a step of two kinds',
        code: 'STEP_KIND /steps/1',
        change: (source: FeeScheduleSource) => void (source.steps[1]!.minimum = '1'),
      },
      {
        what: 'a name that means two things',
        code: 'NAME_TAKEN /steps/1/id',
        change: (source: FeeScheduleSource) => void (source.steps[1]!.id = 'pages'),
      },
      {
        what: 'a table that needs what is reckoned later',
        code: 'TABLE_TOO_EARLY /tables/tiers',
        change: (source: FeeScheduleSource) => {
          source.tables['tiers']!.of = 'sheets'
          source.steps.reverse()
          source.steps[0]!.charge = 'price + tiers'
        },
      },
      {
        what: 'a formula that is no number',
        code: 'TYPE_NOT_EXPECTED /steps/1/charge',
        change: (source: FeeScheduleSource) => void (source.steps[1]!.charge = 'kind'),
      },
    ])
    .run(({ assert }, { code, change }) => {
      assert.include(with_(change), code)
    })
})
