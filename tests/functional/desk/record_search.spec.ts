import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { RecordSearch } from '#desk/actions/record_search'
import { auditRows } from '#tests/support/audit_rows'
import { testTown } from '#tests/support/town'

test.group('A search', () => {
  test('leaves a row of what was shown to whom, also where nothing was found', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const found = [uuidv7(), uuidv7()]
    await new RecordSearch().execute(town.id, { officerId: town.officer.id, found })
    await new RecordSearch().execute(town.id, { officerId: town.officer.id, found: [] })
    const row = { actor: town.officer.id, subject: town.officer.id }
    assert.deepEqual(await auditRows(town.id, 'desk.cases_searched'), [
      { ...row, detail: { found: 2, cases: found } },
      { ...row, detail: { found: 0, cases: [] } },
    ])
    assert.lengthOf(await auditRows(other.id, 'desk.cases_searched'), 0)
  })
})
