import { createTransport } from 'nodemailer'
import { CREST_CID } from '#notifications/domain/crest'
import type { MailTransport } from '#notifications/drivers/mail_transport'

/** Beside the HTML (RFC 2392), and no attachment to whoever reads the mail. */
const crestPart = (content: Buffer) => ({
  cid: CREST_CID,
  filename: 'crest.png',
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  content,
})

/** Sends through the server of `SMTP_URL` (`smtp://user:password@host:587`). */
export function smtpTransport(url: string): MailTransport {
  const transport = createTransport(url)
  return {
    outcome: 'sent',
    async send({ messageId, from, to, subject, text, html, crest }) {
      await transport.sendMail({
        messageId: `<${messageId}>`,
        from,
        to,
        subject,
        text,
        html,
        attachments: crest ? [crestPart(crest)] : [],
        // Courtesy notices are written by nobody: no out-of-office answers, please (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}
