/** A mail as it leaves the house. */
export interface Mail {
  /** The same for every attempt, so that a receiver drops what came twice. */
  messageId: string
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  /** The image that the HTML calls `cid:crest`, as a PNG. */
  crest: Buffer | null
}

/** Carries mails away; rejects when it could not. */
export interface MailTransport {
  /** What has become of a mail after `send`. */
  outcome: 'sent' | 'kept'
  send(mail: Mail): Promise<void>
}
