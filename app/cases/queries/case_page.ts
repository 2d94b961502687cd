import { localDate } from '#cases/domain/local_date'
import { type Incident, INCIDENT_COLUMNS } from '#cases/queries/incidents'
import { type InboxRow, type ListedCase, LISTED, listed } from '#cases/queries/listed_case'
import { caseAsItStands, type LockedCase } from '#cases/queries/locked_case'
import { type Task, TASK_COLUMNS } from '#cases/queries/tasks'
import type { TimerInput } from '#cases/types'
import type { Json } from '#core/json'
import { calendarsOf } from '#tenancy/queries/calendar'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface CaseDocument {
  id: string
  /** The filing that it came with, or that it is the receipt of. */
  filingId: string | null
  kind: string
  documentType: string
  name: string
  mediaType: string
  origin: 'citizen' | 'administration'
  code: string | null
  createdAt: Date
}

export interface HistoryLine {
  id: string
  at: Date
  kind: string
  actorKind: string
  actorId: string
  actorName: string | null
  public: boolean
  data: Record<string, Json>
}

export interface CaseNote {
  id: string
  officerId: string
  officerName: string | null
  text: string
  at: Date
}

/** A term that runs, or stands still (`paused`) while the case is suspended. */
export interface ScheduledTimer {
  element: string
  runAt: Date
  lastDay: string | null
  paused: boolean
  term: TimerInput['term']
}

export interface CasePage {
  summary: InboxRow
  caseFile: LockedCase
  tasks: Task[]
  /** Whether an activity waits for the worker, or is in its hands. */
  working: boolean
  documents: CaseDocument[]
  history: HistoryLine[]
  notes: CaseNote[]
  timers: ScheduledTimer[]
  incidents: Incident[]
}

/** Everything an employee sees of a case; null when the town has no such case. */
export async function casePage(municipalityId: string, id: string, at: Date): Promise<CasePage | null> {
  const calendars = await calendarsOf(municipalityId)
  return inTown(municipalityId, async (trx) => {
    const caseFile = await caseAsItStands(trx, id)
    if (!caseFile) return null
    const of = [municipalityId, id]
    const [row] = await trx.rows<ListedCase>(`${LISTED} WHERE c.municipality_id = $1 AND c.id = $2`, of)
    return {
      summary: listed(row as ListedCase, localDate(at, calendars.office.timeZone), calendars),
      caseFile,
      tasks: await trx.rows<Task>(
        `SELECT ${TASK_COLUMNS} FROM tasks WHERE municipality_id = $1 AND case_id = $2 ORDER BY id`,
        of
      ),
      working: await activityWaits(trx, id),
      documents: await documentsOfCase(trx, id),
      history: await historyOf(trx, id, { publicOnly: false }),
      notes: await trx.rows<CaseNote>(
        `SELECT n.id, n.officer_id AS "officerId", o.name AS "officerName", n.text, n.at
         FROM notes n LEFT JOIN officers o ON o.municipality_id = $1 AND o.id = n.officer_id
         WHERE n.municipality_id = $1 AND n.case_id = $2 ORDER BY n.id`,
        of
      ),
      timers: await timersOf(trx, id),
      incidents: await trx.rows<Incident>(
        `SELECT ${INCIDENT_COLUMNS} FROM incidents WHERE municipality_id = $1 AND case_id = $2 ORDER BY id`,
        of
      ),
    }
  })
}

export const documentsOfCase = (trx: TownTransaction, caseId: string): Promise<CaseDocument[]> =>
  trx.rows<CaseDocument>(
    `SELECT id, filing_id AS "filingId", kind, document_type AS "documentType", name, media_type AS "mediaType", origin, code, created_at AS "createdAt"
     FROM documents WHERE municipality_id = $1 AND case_id = $2 ORDER BY created_at, id`,
    [trx.municipalityId, caseId]
  )

/** What happened, the oldest first; `publicOnly` is what the interested party may see. */
export const historyOf = (
  trx: TownTransaction,
  caseId: string,
  { publicOnly }: { publicOnly: boolean }
): Promise<HistoryLine[]> =>
  trx.rows<HistoryLine>(
    `SELECT v.id, v.at, v.kind, v.actor_kind AS "actorKind", v.actor_id AS "actorId", o.name AS "actorName", v.public, v.data
     FROM case_events v
     LEFT JOIN officers o ON o.municipality_id = $1 AND v.actor_kind = 'officer' AND o.id::text = v.actor_id
     WHERE v.municipality_id = $1 AND v.case_id = $2 AND (v.public OR NOT $3) ORDER BY v.id`,
    [trx.municipalityId, caseId, publicOnly]
  )

const activityWaits = async (trx: TownTransaction, caseId: string): Promise<boolean> => {
  const found = await trx.rows(
    `SELECT 1 FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'activity' AND state = 'ready' LIMIT 1`,
    [trx.municipalityId, caseId]
  )
  return found.length > 0
}

const timersOf = async (trx: TownTransaction, caseId: string): Promise<ScheduledTimer[]> => {
  const rows = await trx.rows<{ input: TimerInput; runAt: Date; state: string }>(
    `SELECT input, run_at AS "runAt", state FROM jobs
     WHERE municipality_id = $1 AND case_id = $2 AND kind = 'timer' ORDER BY run_at, id`,
    [trx.municipalityId, caseId]
  )
  return rows.map(({ input, runAt, state }) => ({
    element: input.element,
    runAt,
    lastDay: input.lastDay,
    paused: state === 'paused',
    term: input.term,
  }))
}
