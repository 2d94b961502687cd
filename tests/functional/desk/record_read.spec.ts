import { test } from '@japa/runner'
import { RecordRead } from '#desk/actions/record_read'
import { uuidv7 } from '#core/ids'
import { auditRows } from '#tests/support/audit_rows'
import { addOfficer, testTown } from '#tests/support/town'

test.group('A look at somebody’s data (ENS, op.exp.8)', () => {
  test('leaves one row for each officer and thing, however often within the hour', async ({ assert }) => {
    const town = await testTown()
    const other = await addOfficer(town.id, { roles: ['case_handler'] })
    const [one, another] = [uuidv7(), uuidv7()]
    const at = new Date()
    const look = (id: string, officer: string) =>
      new RecordRead().execute(town.id, {
        action: 'desk.case_read',
        subject: { kind: 'case_files', id },
        actor: { kind: 'officer', id: officer },
        at,
      })
    for (const [id, officer] of [
      [one, town.officer.id],
      [one, town.officer.id],
      [another, town.officer.id],
      [one, other.id],
    ] as const)
      await look(id, officer)
    assert.deepEqual(
      (await auditRows(town.id, 'desk.case_read')).map(({ actor, subject }) => [actor, subject]),
      [
        [town.officer.id, one],
        [town.officer.id, another],
        [other.id, one],
      ]
    )
  })

  test('in another hour is another look', async ({ assert }) => {
    const town = await testTown()
    const given = {
      action: 'desk.document_read' as const,
      subject: { kind: 'documents', id: uuidv7() },
      actor: { kind: 'officer' as const, id: town.officer.id },
    }
    await new RecordRead().execute(town.id, { ...given, at: new Date() })
    await new RecordRead().execute(town.id, { ...given, at: new Date(Date.now() + 3_600_000) })
    assert.lengthOf(await auditRows(town.id, 'desk.document_read'), 2)
  })

  test('in one town is no look in another', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const given = {
      action: 'desk.notice_read' as const,
      subject: { kind: 'notices', id: uuidv7() },
      actor: { kind: 'officer' as const, id: town.officer.id },
      at: new Date(),
    }
    await new RecordRead().execute(town.id, given)
    assert.lengthOf(await auditRows(other.id, 'desk.notice_read'), 0)
  })
})
