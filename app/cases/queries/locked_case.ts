import type { CaseApplicant, Law } from '#cases/types'
import type { Pause, Term } from '#deadlines/index'
import type { State } from '#engine/index'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A case as its steps see it. */
export interface LockedCase {
  id: string
  slug: string
  digest: string
  /** By whose sheet it goes, where that is another version's. */
  law: Law | null
  /** Null where it was opened ex officio, as is the entry. */
  filingId: string | null
  entryId: string | null
  /** Null where it was filed anonymously, or is about nobody. */
  personId: string | null
  applicant: CaseApplicant
  subject: string
  language: string
  unitId: string | null
  assignedTo: string | null
  state: 'open' | 'closed'
  phase: string | null
  outcome: string | null
  workflow: State
  openedAt: Date
  countsFrom: string
  dueOn: string | null
  suspendedOn: string | null
  silenceOn: string | null
  pauses: Pause[]
  /** Seats whose closed days count for its terms (art. 30.6). */
  seats: string[]
  /** What the term to resolve was extended by (arts. 23 and 32). */
  extension: Term | null
}

const COLUMNS = `
  id, slug, digest, law, filing_id AS "filingId", entry_id AS "entryId", person_id AS "personId", applicant, subject, language,
  unit_id AS "unitId", assigned_to AS "assignedTo", state, phase, outcome, workflow, opened_at AS "openedAt",
  counts_from::text AS "countsFrom", due_on::text AS "dueOn", suspended_on::text AS "suspendedOn",
  silence_on::text AS "silenceOn", pauses, seats, extension`

const READ = `SELECT ${COLUMNS} FROM case_files WHERE municipality_id = $1 AND id = $2`

/** The case, locked until the transaction ends: the first lock that anything about a case takes. */
export async function lockedCase(trx: TownTransaction, id: string): Promise<LockedCase | null> {
  const [row] = await trx.rows<LockedCase>(`${READ} FOR UPDATE`, [trx.municipalityId, id], 'locked_case')
  return row ?? null
}

/** The same, if nobody else has it just now: null where somebody does. */
export async function caseIfFree(trx: TownTransaction, id: string): Promise<LockedCase | null> {
  const [row] = await trx.rows<LockedCase>(
    `${READ} FOR UPDATE SKIP LOCKED`,
    [trx.municipalityId, id],
    'case_if_free'
  )
  return row ?? null
}

/** The same, as it stands, without a lock: to prepare what may take long. */
export async function caseAsItStands(trx: TownTransaction, id: string): Promise<LockedCase | null> {
  const [row] = await trx.rows<LockedCase>(READ, [trx.municipalityId, id], 'case_as_it_stands')
  return row ?? null
}
