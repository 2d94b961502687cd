import { appendAudit } from '#audit/actions/append_audit'
import { MESSAGE_KEPT_DAYS, sentMessage } from '#cases/domain/between_cases'
import { messageRows } from '#cases/rows'
import type { Actor } from '#cases/types'
import { isOffices, isOwnMessage } from '#catalogue/domain/vocabulary'
import { digestOf } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { enqueue } from '#core/jobs/enqueue'
import type { Moment } from '#core/jobs/types'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { insertRows } from '#tenancy/insert_rows'
import { inTown, rowsOfTown } from '#tenancy/town_transaction'

export interface Sending extends Moment {
  municipalityId: string
  /** The sender's own id of it: sent again, it is the same message. */
  key: string
  name: string
  /** What it is about: a case gets it that waits for this name and this text, or for the name alone. */
  about?: string
  payload: Record<string, Json>
  /** How long it is kept while nobody waits for it. */
  keptDays?: number
  actor: Actor
}

const LONGEST = 200
const LARGEST = 64 * 1024
const MOST_DAYS = 366

/** `other_content`: under this id something else was sent. */
export type SendingRefusal =
  'no_name' | 'no_key' | 'of_an_office' | 'not_own' | 'too_large' | 'kept_too_long' | 'other_content'

function refusalOf({ name, key, about = '', payload, keptDays }: Sending): SendingRefusal | null {
  if (name.trim() === '' || name.length > LONGEST || about.length > LONGEST) return 'no_name'
  if (key.trim() === '' || key.length > LONGEST) return 'no_key'
  if (isOffices(name)) return 'of_an_office'
  if (!isOwnMessage(name)) return 'not_own'
  if (JSON.stringify(payload).length > LARGEST) return 'too_large'
  const days = keptDays ?? MESSAGE_KEPT_DAYS
  return days > 0 && days <= MOST_DAYS ? null : 'kept_too_long'
}

/**
 * Somebody outside the cases of a town tells one of them something: whichever waits for it by its name and what it is
 * about. Answers the id, also when the same had been sent before.
 */
export class SendMessage {
  async execute(given: Sending): Promise<Result<string, SendingRefusal>> {
    const refusal = refusalOf(given)
    if (refusal) return err(refusal)
    const key = `sent/${given.key}`
    try {
      return (await sentBefore(given, key)) ?? ok(await this.#send(given, key))
    } catch (error: any) {
      // Somebody sends the same at the same time.
      const before = error.code === '23505' ? await sentBefore(given, key) : null
      if (before) return before
      throw error
    }
  }

  #send(given: Sending, key: string) {
    const { municipalityId, name, about = '', payload, keptDays, actor, at, moved } = given
    return inTown(municipalityId, async (trx) => {
      const id = uuidv7()
      const { message, jobs } = sentMessage(
        { key, name, correlation: about, payload, sender_kind: actor.kind, sender_id: actor.id },
        { id, newId: uuidv7, at, keptDays }
      )
      await insertRows(trx, messageRows, [message])
      await enqueue(trx, jobs)
      const subject = { kind: 'messages', id }
      await appendAudit(
        trx,
        [{ actor, action: 'cases.message_sent', subject, detail: contentOf(given) }],
        moved ? at : undefined
      )
      return id
    })
  }
}

const contentOf = ({ name, about = '', payload }: Sending) => ({ name, about, payload: digestOf(payload) })

const BEFORE = `
  SELECT m.id, a.detail FROM messages m
  JOIN audit_entries a ON a.municipality_id = $1 AND a.subject_id = m.id::text AND a.action = 'cases.message_sent'
  WHERE m.municipality_id = $1 AND m.key = $2`

/** What was sent under this id, by its act: of what has been delivered only that still tells what it was. */
async function sentBefore(given: Sending, key: string): Promise<Result<string, 'other_content'> | null> {
  const { municipalityId } = given
  const [before] = await rowsOfTown<{ id: string; detail: Json }>(
    municipalityId,
    BEFORE,
    [municipalityId, key],
    'sent_before'
  )
  if (!before) return null
  return digestOf(before.detail) === digestOf(contentOf(given)) ? ok(before.id) : err('other_content')
}
