import { createTransport } from 'nodemailer'
import type { MailTransport } from '#notifications/drivers/mail_transport'

/** Sends through the server of `SMTP_URL` (`smtp://user:password@host:587`). */
export function smtpTransport(url: string): MailTransport {
  const transport = createTransport(url)
  return {
    outcome: 'sent',
    async send({ messageId, from, to, subject, text, html }) {
      await transport.sendMail({
        messageId: `<${messageId}>`,
        from,
        to,
        subject,
        text,
        html,
        // Courtesy notices are written by nobody: no out-of-office answers, please (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}
