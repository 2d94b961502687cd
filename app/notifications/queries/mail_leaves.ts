import env from '#start/env'

/** Whether mails leave this house: without a server of theirs they stay in the outbox, and none may be promised. */
export const mailLeaves = (): boolean => Boolean(env.get('SMTP_URL'))
