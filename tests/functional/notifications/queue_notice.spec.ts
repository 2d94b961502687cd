import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { registerJob } from '#core/jobs/registry'
import { queueNotice } from '#notifications/actions/queue_notice'
import { outboxTransport } from '#notifications/drivers/outbox_transport'
import { smtpTransport } from '#notifications/drivers/smtp_transport'
import { noticeJob } from '#notifications/jobs/notice_job'
import { notices } from '#notifications/queries/notices'
import { noticePage, outbox } from '#notifications/queries/outbox'
import { mailServer } from '#tests/support/mail_server'
import { testTown } from '#tests/support/town'
import { workUntil } from '#tests/support/worker'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

const content = {
  letterhead: {
    officeName: 'Seu de prova',
    council: 'Ajuntament de Prova',
    colour: '#123456',
    crest: 'x.png' as string | null,
  },
  subject: 'Rebut: “fanals” & <places>',
  paragraphs: ['Hola, Àngela <b>Llorenç</b>:', 'Hem rebut la seua sol·licitud.'],
  language: 'ca',
  link: { url: 'https://seu.example.org/folder', label: 'La meua carpeta' },
}

test.group('A courtesy notice (Law 39/2015, art. 41.6)', (group) => {
  group.each.teardown(() => registerJob('notice', noticeJob(outboxTransport)))

  test('arrives as text and as escaped HTML, in the reader’s language', async ({ assert, cleanup }) => {
    const server = await mailServer()
    cleanup(() => server.close())
    registerJob('notice', noticeJob(smtpTransport(server.url)))
    const town = await testTown()
    const at = new Date('2026-03-02T09:30:00Z')
    const id = await inTown(town.id, (trx) =>
      queueNotice(trx, content, { recipient: 'angela@example.org', caseId: null, key: 'k', at })
    )
    assert.deepEqual(await workUntil(town.id, at), [])
    const [mail] = server.mails
    assert.equal(mail?.subject, content.subject)
    assert.equal(mail?.to?.[0]?.address, 'angela@example.org')
    assert.include(mail?.text ?? '', 'Hola, Àngela <b>Llorenç</b>:')
    assert.include(mail?.html ?? '', 'Hola, Àngela &lt;b&gt;Llorenç&lt;/b&gt;:')
    assert.include(mail?.html ?? '', 'lang="ca"')
    assert.include(mail?.html ?? '', 'background:#123456')
    for (const written of [mail?.html, mail?.text]) assert.include(written ?? '', 'Seu de prova')
    assert.include(mail?.html ?? '', 'Ajuntament de Prova')
    assert.equal(mail?.messageId, `<${id}@example.org>`)
    const [kept] = await notices(town.id)
    assert.equal(kept?.state, 'sent')
  })

  test('has the coat of arms of its town within: nothing is fetched from anywhere', async ({
    assert,
    cleanup,
  }) => {
    const server = await mailServer()
    cleanup(() => server.close())
    registerJob('notice', noticeJob(smtpTransport(server.url)))
    const town = await testTown()
    const at = new Date('2026-03-02T09:30:00Z')
    const without = { ...content, letterhead: { ...content.letterhead, crest: null } }
    for (const [key, one] of Object.entries({ a: content, b: without }))
      await inTown(town.id, (trx) =>
        queueNotice(trx, one, { recipient: 'a@example.org', caseId: null, key, at })
      )
    assert.deepEqual(await workUntil(town.id, at), [])
    // Two jobs of one moment leave in either order.
    const bears = (mail: (typeof server.mails)[number]) => Boolean(mail.html?.includes('cid:'))
    const [shown, plain] = [server.mails.find(bears), server.mails.find((mail) => !bears(mail))]
    const [crest, ...others] = shown!.attachments
    assert.lengthOf(others, 0)
    assert.deepInclude(crest, {
      contentId: '<crest>',
      mimeType: 'image/png',
      disposition: 'inline',
      related: true,
    })
    assert.deepEqual(
      Buffer.from(crest!.content as ArrayBuffer),
      await readFile('resources/images/towns/vilaserena.png')
    )
    assert.include(shown!.html!, '<img src="cid:crest" alt=""')
    assert.notMatch(shown!.html!, /(src|background)=["']?(https?:)?\/\//)
    assert.notInclude(shown!.text!, 'crest')
    assert.lengthOf(plain!.attachments, 0)
    assert.notInclude(plain!.html!, '<img')
    const kept = (await outbox(town.id)).find(({ html }) => html.includes('cid:crest'))!
    const page = noticePage(kept, (await townById(town.id))!)
    assert.include(page, 'src="data:image/png;base64,')
    assert.notInclude(page, 'cid:')
  })

  test('without a mail server is kept, to be looked at', async ({ assert }) => {
    const town = await testTown()
    const at = new Date('2026-03-02T09:30:00Z')
    await inTown(town.id, (trx) =>
      queueNotice(trx, content, { recipient: 'angela@example.org', caseId: null, key: 'k', at })
    )
    assert.deepEqual(await workUntil(town.id, at), [])
    const [kept] = await notices(town.id)
    assert.deepEqual(
      [kept?.state, kept?.subject, kept?.recipient],
      ['kept', content.subject, 'angela@example.org']
    )
    assert.isNull(kept?.sentAt)
    assert.lengthOf(await notices((await testTown()).id), 0)
  })

  test('is not sent where what it tells of did not happen', async ({ assert }) => {
    const town = await testTown()
    const at = new Date('2026-03-02T09:30:00Z')
    await assert.rejects(() =>
      inTown(town.id, async (trx) => {
        await queueNotice(trx, content, { recipient: 'angela@example.org', caseId: null, key: 'k', at })
        throw new Error('the power went')
      })
    )
    assert.deepEqual(await workUntil(town.id, at), [])
    assert.lengthOf(await notices(town.id), 0)
  })

  test('that can’t be sent is tried again, then noted as failed, and holds nothing up', async ({
    assert,
  }) => {
    let tries = 0
    registerJob(
      'notice',
      noticeJob({ outcome: 'sent', send: () => (tries++, Promise.reject(new Error('mail server is down'))) })
    )
    const town = await testTown()
    const at = new Date('2026-03-02T09:30:00Z')
    await inTown(town.id, (trx) =>
      queueNotice(trx, content, { recipient: 'angela@example.org', caseId: null, key: 'k', at })
    )
    await workUntil(town.id, new Date('2026-03-03T09:30:00Z'), at)
    assert.equal(tries, 5)
    const [kept] = await notices(town.id)
    assert.equal(kept?.state, 'failed')
  })
})
