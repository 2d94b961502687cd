import { faultsOfHistory, type HistoryStep, legsOf } from '#cases/domain/history_faults'
import { faultsOfWaits, type Waiting } from '#cases/domain/wait_faults'
import { checkBetween } from '#cases/queries/between_invariants'
import { checkDeliveries } from '#cases/queries/delivery_invariants'
import { checkMigrations } from '#cases/queries/migration_invariants'
import { graphsOf } from '#cases/queries/versions_of_case'
import { checkTasks } from '#cases/queries/task_invariants'
import { checkTerms } from '#cases/queries/term_invariants'
import type { Check } from '#core/invariants'
import { inPages } from '#tenancy/queries/in_pages'

const PAGE = 200

interface Row extends Waiting {
  id: string
  digest: string
  phase: string | null
  outcome: string | null
  steps: HistoryStep[]
  modified: string[]
}

/** One statement, so that a case that moves meanwhile is seen before or after its step, not in the middle. */
const CASES = `
SELECT c.id, c.digest, c.state, c.phase, c.outcome, c.workflow,
  ARRAY(SELECT t.key FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = c.id AND t.state = 'open') AS task,
  ARRAY(SELECT j.key FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = c.id AND j.kind = 'activity') AS activity,
  ARRAY(SELECT j.key FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = c.id AND j.kind = 'timer') AS timer,
  ARRAY(SELECT s.key FROM subscriptions s WHERE s.municipality_id = $1 AND s.case_id = c.id AND s.kind = 'message') AS message,
  ARRAY(SELECT s.key FROM subscriptions s WHERE s.municipality_id = $1 AND s.case_id = c.id AND s.kind = 'signal') AS signal,
  ARRAY(SELECT j.key FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = c.id AND j.kind IN ('call', 'call_ended')
    UNION ALL SELECT o.parent_key FROM openings o JOIN case_files d ON d.municipality_id = $1 AND d.id = o.case_id AND d.state = 'open'
      WHERE o.municipality_id = $1 AND o.parent_id = c.id AND c.workflow #>> ARRAY['tokens', o.parent_key, 'waits'] = 'call') AS call,
  ARRAY(SELECT i.key FROM incidents i WHERE i.municipality_id = $1 AND i.case_id = c.id AND i.state = 'open' AND i.job_id IS NULL) AS incident,
  ARRAY(SELECT jsonb_array_elements_text(a.detail -> 'begun') FROM audit_entries a WHERE a.municipality_id = $1
    AND a.subject_id = c.id::text AND a.action = 'cases.modified') AS modified,
  ARRAY(SELECT e.data || jsonb_build_object('kind', e.kind) FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = c.id
    AND e.kind IN ('step', 'version_changed') ORDER BY e.id) AS steps
FROM case_files c WHERE c.municipality_id = $1 AND c.id > $2 ORDER BY c.id`

/** Every case went along arrows of its process, and each token of it has exactly what it waits for. */
export const checkCases: Check = async (municipalityId, report) => {
  for await (const page of inPages<Row>(municipalityId, CASES, PAGE)) {
    report.saw('I12', page.length)
    report.saw('I13', page.length)
    for (const row of page) {
      const versions = await graphsOf(row.digest, row.steps)
      const legs = legsOf(row.steps, (digest) => versions.get(digest), row.digest)
      for (const fault of legs ? faultsOfHistory(legs, row) : ['no_version'])
        report.breaks('I12', fault, row.id)
      for (const fault of faultsOfWaits(row)) report.breaks('I13', fault, row.id)
    }
  }
  await checkTerms(municipalityId, report)
  await checkTasks(municipalityId, report)
  await checkDeliveries(municipalityId, report)
  await checkBetween(municipalityId, report)
  await checkMigrations(municipalityId, report)
}
