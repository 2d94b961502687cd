import { remindersOfCase } from '#cases/queries/reminders_of_case'
import type { PlannedReminder } from '#catalogue/index'
import { handled } from '#core/handled'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Calendar } from '#deadlines/index'
import type { TownTransaction } from '#tenancy/town_transaction'

const HELD = `
  SELECT id, key, run_at AS "runAt", false AS sent FROM jobs
    WHERE municipality_id = $1 AND case_id = $2 AND kind = 'reminder'
  UNION ALL
  SELECT id, data ->> 'key', at, true FROM case_events
    WHERE municipality_id = $1 AND case_id = $2 AND kind = 'reminder_sent'`

interface Held {
  id: string
  key: string
  runAt: Date
  sent: boolean
}

/**
 * Has the reminders of a case wait as it stands now (Law 39/2015, art. 41.6): what is awaited no more, or stands still,
 * is not reminded of; what is awaited until another day is so on another. Each leaves once. One whose moment is over
 * before there was anything to remind of never leaves. The case is locked.
 */
export async function scheduleReminders(
  trx: TownTransaction,
  caseFile: { id: string; digest: string; seats: string[] },
  { at, calendar }: { at: Date; calendar?: Calendar }
): Promise<void> {
  const asked = handled(trx.rows<Held>(HELD, [trx.municipalityId, caseFile.id], 'held_reminders'))
  const planned = await remindersOfCase(trx, caseFile, calendar)
  const held = await asked
  const wanted = new Map(planned.map((one) => [one.key, one]))
  const gone = held.filter(({ key, sent }) => !sent && !wanted.has(key)).map(({ id }) => id)
  if (gone.length > 0)
    await trx.rows(`DELETE FROM jobs WHERE municipality_id = $1 AND id = ANY($2)`, [trx.municipalityId, gone])
  for (const { id, key, runAt, sent } of held) {
    const now = wanted.get(key)
    if (!sent && now && now.at !== runAt.toISOString())
      await trx.rows(`UPDATE jobs SET run_at = $3, input = $4 WHERE municipality_id = $1 AND id = $2`, [
        ...[trx.municipalityId, id, now.at, JSON.stringify(inputOf(now))],
      ])
  }
  const known = new Set(held.map(({ key }) => key))
  const fresh = planned.filter((one) => !known.has(one.key) && Date.parse(one.at) > at.getTime())
  await enqueue(
    trx,
    fresh.map((one) =>
      newJob('reminder', at, {
        ...{ name: one.of, case_id: caseFile.id, key: one.key, input: inputOf(one), run_at: one.at },
      })
    )
  )
}

const inputOf = ({ of, id, before, lastDay }: PlannedReminder) => ({ of, id, before, lastDay })
