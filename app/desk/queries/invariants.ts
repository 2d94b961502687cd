import { checkAsked } from '#tenancy/queries/check_asked'

/** What is looked at by its id, and where it stands. */
const THINGS = ['case_files', 'documents', 'notices', 'signature_requests']

const gone = (table: string) =>
  `SELECT a.sequence FROM audit_entries a WHERE a.municipality_id = $1 AND a.subject_kind = '${table}' AND a.action LIKE 'desk.%\\_read'
     AND NOT EXISTS (SELECT FROM ${table} t WHERE t.municipality_id = $1 AND t.id::text = a.subject_id)`

/**
 * The trace of who looked at what is of people who work here and of what is there. That nothing is looked at without one
 * is seen to by a test of every page of the desk; that no trace is taken away, by the chain.
 */
export const checkReads = checkAsked([
  {
    rule: 'I15',
    count: `SELECT count(*)::int FROM audit_entries WHERE municipality_id = $1 AND action LIKE 'desk.%'`,
    faults: {
      read_by_nobody: `
        SELECT 'audit ' || a.sequence AS row FROM audit_entries a
        LEFT JOIN officers o ON o.municipality_id = $1 AND o.id::text = a.actor_id
        WHERE a.municipality_id = $1 AND a.action LIKE 'desk.%' AND (a.actor_kind <> 'officer' OR o.id IS NULL)`,
      read_of_nothing: `SELECT 'audit ' || g.sequence AS row FROM (${THINGS.map(gone).join(' UNION ALL ')}) g`,
    },
  },
])
