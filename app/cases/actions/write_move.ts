import { escalateCalls } from '#cases/actions/end_call'
import { recordEvent } from '#cases/actions/record_event'
import { writeConsequences } from '#cases/actions/write_consequences'
import { consequencesOf } from '#cases/domain/consequences'
import { carriedWaits, toldAnew } from '#cases/domain/migration/carried_waits'
import { type MovedDay, movedDays } from '#cases/domain/migration/moved_days'
import { redated } from '#cases/domain/migration/retimed'
import { type Moving, versionLine } from '#cases/domain/migration/version_line'
import type { LockedCase } from '#cases/queries/locked_case'
import type { Waits } from '#cases/domain/migration/waits'
import type { Actor } from '#cases/types'
import { uuidv7After } from '#core/ids'
import type { Command, Event } from '#engine/index'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

interface Writing extends Moving<LockedCase> {
  at: Date
  actor: Actor
}

const MOVE = `
UPDATE case_files SET digest = $3, law = $4, workflow = $5, phase = $6, due_on = $7, updated_at = $8
WHERE municipality_id = $1 AND id = $2
RETURNING (SELECT e.id FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = $2 ORDER BY e.id DESC LIMIT 1) AS last`

const TASK = `
UPDATE tasks SET element = $4, form = $5, role = $6, initial_answers = $7
WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state = 'open'`

const JOB = `
UPDATE jobs SET name = $4, input = $5, run_at = $6, state = $7, created_at = $8
WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND kind = $9`

const INCIDENT = `
UPDATE incidents SET element = $4 WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state = 'open'`

const DATE = `
UPDATE tasks SET due_on = $4 WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state = 'open'`

/** Writes where a case stands in its other version. What it gave up has been ended before. */
export async function writeMove(trx: TownTransaction, writing: Writing): Promise<void> {
  const { caseFile, waits, planned, route, at, actor } = writing
  const { state, commands, law, dueOn } = planned
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const of = [trx.municipalityId, caseFile.id]
  const [moved] = await trx.rows<{ last: string | null }>(
    MOVE,
    [
      ...of,
      route.to.digest,
      law && JSON.stringify(law),
      JSON.stringify(state),
      state.phase,
      dueOn,
      at.toISOString(),
    ],
    'change_version'
  )
  const anew = toldAnew(commands, waits)
  const timers = await carry(trx, writing, anew)
  let last = moved?.last ?? null
  const event = { type: 'migrate', at: at.toISOString(), timeZone: calendar.timeZone } as unknown as Event
  const { pauses } = caseFile
  const consequences = consequencesOf(
    commands.filter((command) => !anew.includes(command)),
    {
      ...{ caseId: caseFile.id, event, state, actor, calendar, pauses },
      urgent: law?.urgent !== undefined,
      countsFrom: event.at,
      newId: () => (last = uuidv7After(last)),
    }
  )
  const line = versionLine(consequences.event, writing, anew)
  await writeConsequences(trx, [{ ...consequences, event: line }])
  await escalateCalls(trx, caseFile.id, consequences.escalated, at)
  await tellMovedDays(trx, { caseFile, at, actor }, { dueOn, timers: movedDays(waits.timers, timers) })
  const armed = consequences.jobs.filter(({ kind }) => kind === 'timer') as unknown as Waits['timers']
  for (const { key, dueOn: day } of redated(writing, [...timers, ...armed]))
    await trx.rows(DATE, [...of, key, day], 'date_task')
}

/** Last days that another version has moved are told to whoever waits. */
export async function tellMovedDays(
  trx: TownTransaction,
  where: { caseFile: LockedCase; at: Date; actor: Actor },
  { dueOn, timers }: { dueOn: string | null; timers: MovedDay[] }
): Promise<void> {
  const before = where.caseFile.dueOn
  if (dueOn === before && timers.length === 0) return
  const data = { dueOn, before, by: 'version', timers: timers.map((one) => ({ ...one })) }
  await recordEvent(trx, where, { kind: 'term_recounted', public: true, data })
}

/** Writes what goes on waiting as it is from now on. Answers the timers. */
async function carry(trx: TownTransaction, writing: Writing, anew: Command[]): Promise<Waits['timers']> {
  const { caseFile, waits, at } = writing
  const of = [trx.municipalityId, caseFile.id]
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const retiming = { at: at.toISOString(), calendar, pauses: caseFile.pauses }
  const carried = carriedWaits(waits, { ...writing, anew }, retiming)
  for (const { key, element, form, role, initialAnswers } of carried.tasks)
    await trx.rows(
      TASK,
      [...of, key, element, form, role, initialAnswers && JSON.stringify(initialAnswers)],
      'carry_task'
    )
  for (const { key, name, input, run_at, state, created_at, kind } of [
    ...carried.timers,
    ...carried.activities,
  ])
    await trx.rows(
      JOB,
      [...of, key, name, JSON.stringify(input), run_at, state, created_at, kind],
      'carry_job'
    )
  for (const { key, element } of carried.incidents)
    await trx.rows(INCIDENT, [...of, key, element], 'carry_incident')
  return carried.timers
}
