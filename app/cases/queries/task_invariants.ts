import { digestOf } from '#core/digest'
import type { Check } from '#core/invariants'
import { inPages } from '#tenancy/queries/in_pages'

const PAGE = 500

/** A task that was done says what the audit trail and the history have of it. */
const DONE = `
SELECT t.id, t.result, a.detail ->> 'answers' AS answers,
  coalesce(t.closed_at = e.at AND t.closed_by = e.actor_kind || '/' || e.actor_id, false) AS agrees
FROM tasks t
LEFT JOIN LATERAL (SELECT e.at, e.actor_kind, e.actor_id FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = t.case_id
  AND e.kind = 'task_done' AND e.data ->> 'task' = t.id::text LIMIT 1) e ON true
LEFT JOIN LATERAL (SELECT a.detail FROM audit_entries a WHERE a.municipality_id = $1 AND a.subject_id = t.case_id::text
  AND a.action = 'cases.task_completed' AND a.detail ->> 'task' = t.id::text ORDER BY a.sequence LIMIT 1) a ON true
WHERE t.municipality_id = $1 AND t.state = 'done' AND t.id > $2 ORDER BY t.id`

interface Row {
  id: string
  result: unknown
  answers: string | null
  agrees: boolean
}

/** What was answered, by whom and when stays what it was. */
export const checkTasks: Check = async (municipalityId, report) => {
  for await (const page of inPages<Row>(municipalityId, DONE, PAGE)) {
    report.saw('I19', page.length)
    for (const { id, result, answers, agrees } of page)
      if (!agrees || (answers && digestOf(result) !== answers))
        report.breaks('I19', 'task_differs_from_act', id)
  }
}
