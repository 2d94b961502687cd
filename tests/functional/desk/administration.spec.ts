import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { insertRows } from '#tenancy/insert_rows'
import { incidentRows } from '#cases/rows'
import { inTown } from '#tenancy/town_transaction'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { settle } from '#tests/support/worker'

async function office() {
  const open = await openOffice()
  const { caseId } = await fileAt(open, open.procedure, { at: new Date(), answers: goodAnswers(open) })
  return { ...open, caseId, visitor: await atTheDesk(open.test, open.test.officer) }
}

test.group('Incidents', () => {
  test('are seen by administrators, counted at the door and tried again with a reason', async ({
    assert,
  }) => {
    const { town, caseId, visitor } = await office()
    const id = uuidv7()
    await inTown(town.id, (trx) =>
      insertRows(trx, incidentRows, [
        {
          id,
          case_id: caseId,
          job_id: null,
          key: 'x:1',
          element: 'x',
          code: 'activity_failed',
          detail: 'timeout <b>',
          opened_at: new Date().toISOString(),
        },
      ])
    )
    const page = await visitor.get('/desk/incidents')
    assert.deepEqual(
      page.props.incidents.map((one: any) => [one.id, one.case.id]),
      [[id, caseId]]
    )
    assert.equal(page.props.doors.find(({ name }: any) => name === 'incidents').count, 1)
    await visitor.post(`/desk/incidents/${id}/retry`, { reason: ' ' })
    assert.lengthOf((await visitor.get('/desk/incidents')).props.incidents, 1)
    await visitor.post(`/desk/incidents/${id}/retry`, { reason: 'the server is back' })
    assert.lengthOf((await visitor.get('/desk/incidents')).props.incidents, 0)
    assert.equal((await visitor.post(`/desk/incidents/${uuidv7()}/retry`, { reason: 'x' })).status, 404)
  })
})

test.group('The notices that were sent', () => {
  test('are read as text, and as a page that may run nothing', async ({ assert }) => {
    const { town, visitor } = await office()
    await settle(town.id, new Date())
    const { props } = await visitor.get('/desk/notices')
    const [notice] = props.notices
    const page = await visitor.get(`/desk/notices/${notice.id}`)
    assert.isNotEmpty(page.props.notice.text)
    const mail = await visitor.get(`/desk/notices/${notice.id}/html`)
    assert.match(
      String(mail.headers['content-security-policy']),
      /default-src 'none'.*frame-ancestors 'self'.*sandbox/
    )
    assert.equal(mail.headers['x-frame-options'], 'SAMEORIGIN')
    assert.include(mail.body, '<img src="data:image/png;base64,')
    assert.lengthOf(await auditRows(town.id, 'desk.notice_read'), 1)
  })
})
