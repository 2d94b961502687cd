import { test } from '@japa/runner'
import { RecordExport } from '#desk/actions/record_export'
import { auditRows } from '#tests/support/audit_rows'
import { testTown } from '#tests/support/town'

test.group('A book that leaves the house', () => {
  test('leaves a row of who took which days of it, and in what form, each time', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const given = {
      officerId: town.officer.id,
      action: 'desk.book_exported' as const,
      subject: { kind: 'register_books', id: 'incoming' },
      detail: { from: '2026-03-01', to: null, format: 'csv' },
    }
    await new RecordExport().execute(town.id, given)
    await new RecordExport().execute(town.id, given)
    const row = {
      actor: town.officer.id,
      subject: 'incoming',
      detail: { from: '2026-03-01', to: null, format: 'csv' },
    }
    assert.deepEqual(await auditRows(town.id, 'desk.book_exported'), [row, row])
    assert.lengthOf(await auditRows(other.id, 'desk.book_exported'), 0)
  })
})
