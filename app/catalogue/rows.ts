import type { RowShape } from '#tenancy/insert_rows'

export const valuesRows: RowShape = {
  table: 'town_values',
  columns: {
    id: 'uuid',
    slug: 'text',
    sequence: 'int',
    digest: 'text',
    contents: 'jsonb',
    reason: 'text',
    recorded_at: 'timestamptz',
  },
}
