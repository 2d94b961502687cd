import { test } from '@japa/runner'
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
