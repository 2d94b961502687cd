import { knownProcedure } from '#catalogue/queries/frozen_procedure'
import { graphsOf } from '#cases/queries/versions_of_case'
import { lawOfCase } from '#cases/queries/law_of_case'
import type { Law } from '#cases/types'
import type { Dated } from '#cases/domain/dated_case'
import { faultsOfTerms } from '#cases/domain/term_faults'
import type { Check } from '#core/invariants'
import { calendarsOf } from '#tenancy/queries/calendar'
import { inPages } from '#tenancy/queries/in_pages'

const PAGE = 200

const iso = (instant: string) => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** One statement, so that a case that moves meanwhile is seen before or after its step, not in the middle. */
const CASES = `
SELECT c.id, c.digest, c.law, c.state, c.workflow, ${iso('c.opened_at')} AS "openedAt", ${iso('c.closed_at')} AS "closedAt",
  c.counts_from::text AS "countsFrom", c.due_on::text AS "dueOn", c.suspended_on::text AS "suspendedOn",
  c.silence_on::text AS "silenceOn", c.pauses, c.seats, c.extension, a.detail AS opening,
  (SELECT s.detail ->> 'since' FROM audit_entries s WHERE s.municipality_id = $1 AND s.subject_id = c.id::text
     AND s.action = 'cases.silence_recorded' AND NOT EXISTS (SELECT 1 FROM audit_entries l WHERE l.municipality_id = $1
       AND l.subject_id = c.id::text AND l.action = 'cases.silence_lifted' AND l.sequence > s.sequence)
     ORDER BY s.sequence LIMIT 1) AS "silentSince",
  ARRAY(SELECT e.data || jsonb_build_object('kind', e.kind) FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = c.id
     AND e.kind IN ('term_suspended', 'term_resumed', 'term_recounted', 'term_met', 'term_extended', 'urgency_declared', 'seats_changed') ORDER BY e.id) AS turns,
  ARRAY(SELECT ${iso('e.at')} FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = c.id AND e.kind IN ('step', 'version_changed')) AS "stepsAt",
  (SELECT ${iso('e.at')} FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = c.id AND e.kind = 'step'
     ORDER BY e.id DESC LIMIT 1) AS "endedAt",
  ARRAY(SELECT jsonb_build_object('name', j.name, 'key', j.key, 'state', j.state, 'input', j.input, 'runAt', ${iso('j.run_at')},
     'createdAt', ${iso('j.created_at')}) FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = c.id AND j.kind = 'timer') AS timers,
  ARRAY(SELECT jsonb_build_object('key', substr(e.data ->> 'event', 9), 'at', ${iso('e.at')}) FROM case_events e
     WHERE e.municipality_id = $1 AND e.case_id = c.id AND e.kind = 'step' AND e.data ->> 'event' LIKE 'trigger %') AS fired,
  ARRAY(SELECT jsonb_build_object('key', t.key, 'dueOn', t.due_on::text) FROM tasks t
     WHERE t.municipality_id = $1 AND t.case_id = c.id AND t.state = 'open') AS tasks,
  ARRAY(SELECT e.data || jsonb_build_object('at', ${iso('e.at')}) FROM case_events e WHERE e.municipality_id = $1
     AND e.case_id = c.id AND e.kind = 'version_changed' ORDER BY e.id) AS versions
FROM case_files c
LEFT JOIN LATERAL (SELECT a.detail FROM audit_entries a WHERE a.municipality_id = $1 AND a.subject_id = coalesce(c.filing_id, c.id)::text
  AND a.action = ANY('{filings.submitted,cases.opened_ex_officio}') ORDER BY a.sequence LIMIT 1) a ON true
WHERE c.municipality_id = $1 AND c.id > $2 ORDER BY c.id`

type Row = Dated & {
  id: string
  digest: string
  law: Law | null
  opening: { dueOn?: string | null; seats?: string[] } | null
}

/** JavaScript's own form of an instant; what it can't say stays as it is, and differs. */
const milliseconds = <Value extends string | null>(instant: Value): Value =>
  (instant?.replace(/000Z$/, 'Z') ?? null) as Value

const dated = (row: Row): Dated => ({
  ...row,
  openedAt: milliseconds(row.openedAt),
  closedAt: milliseconds(row.closedAt),
  endedAt: milliseconds(row.endedAt),
  stepsAt: row.stepsAt.map(milliseconds),
  timers: row.timers.map((timer) => ({
    ...timer,
    runAt: milliseconds(timer.runAt),
    createdAt: milliseconds(timer.createdAt),
  })),
  versions: row.versions.map((turn) => ({ ...turn, at: milliseconds(turn.at) })),
  dueOnOpened: row.opening?.dueOn,
  seatsOpened: row.opening?.seats ?? [],
})

/** Every date of a case, its timers and its tasks is the one that its term gives. */
export const checkTerms: Check = async (municipalityId, report) => {
  const calendars = await calendarsOf(municipalityId)
  for await (const page of inPages<Row>(municipalityId, CASES, PAGE)) {
    report.saw('I20', page.length)
    for (const row of page) {
      if (!(await knownProcedure(row.digest))) continue
      const { sheet } = await lawOfCase(row)
      const { digest } = row
      const graphs = await graphsOf(digest, row.versions)
      const law = { digest, graphs, term: sheet.term, calendar: calendars.at(row.seats) }
      for (const fault of faultsOfTerms(dated(row), law)) report.breaks('I20', fault, row.id)
    }
  }
}
