/** A table of legal facts: what tells its rows apart, and by which words `verify` may name one (row `t`). */
interface Legal {
  key: string
  named: string
}

export const LEGAL: Record<string, Legal> = {
  register_entries: { key: 'id', named: `t.book || ' ' || t.year || '/' || t.number, t.entry_number` },
  register_counters: { key: 'book', named: `t.book` },
  audit_entries: { key: 'id', named: `'audit ' || t.sequence` },
  audit_heads: { key: 'municipality_id', named: `'audit'` },
  filings: { key: 'id', named: `t.id` },
  follow_ups: { key: 'filing_id', named: `t.filing_id` },
  documents: { key: 'id', named: `t.id` },
  document_contents: { key: 'document_id', named: `t.document_id` },
  stamp_templates: {
    key: 'digest',
    named: `(SELECT c.document_id FROM document_contents c WHERE c.municipality_id = t.municipality_id AND c.template_digest = t.digest LIMIT 1)`,
  },
  verification_codes: { key: 'code', named: `t.document_id` },
  idempotency_keys: { key: 'key', named: `t.key` },
  case_files: { key: 'id', named: `t.id` },
  tasks: { key: 'id', named: `t.id, t.case_id` },
  openings: { key: 'case_id', named: `t.case_id` },
  opening_counters: { key: 'year', named: `'openings ' || t.year` },
  case_events: { key: 'id', named: `t.id` },
  notifications: { key: 'id', named: `t.id` },
  jobs: { key: 'id', named: `t.case_id, nullif(t.key, '')` },
  evidence_queries: { key: 'id', named: `t.id` },
  evidence_answers: { key: 'query_id', named: `t.query_id` },
  procedure_versions: { key: 'digest', named: `t.digest` },
  town_values: { key: 'id', named: `t.id` },
  payment_counters: { key: 'year', named: `'payments ' || right(t.year::text, 2)` },
  payment_orders: { key: 'id', named: `t.id` },
  payment_attempts: { key: 'id', named: `t.id` },
  settlements: { key: 'id', named: `t.id` },
  refund_orders: { key: 'id', named: `t.id` },
  refunds: { key: 'id', named: `t.id` },
  signature_requests: { key: 'id', named: `t.id` },
  signature_steps: { key: 'id', named: `t.id, t.request_id` },
  signature_contents: { key: 'id', named: `t.request_id` },
  signatures: { key: 'id', named: `t.id` },
  signature_refusals: { key: 'id', named: `t.id` },
}

/** Columns that may be forged without a legal fact being another, each with the reason. */
export const FREE: Record<string, string> = {
  'register_counters.book': 'there are three, and the key and the check of the table leave no other',
  'audit_entries.id': 'a key that nothing refers to: order and place are the sequence’s, which is chained',
  'documents.content': 'read only where document_contents has nothing, and then held against digest and seal',
  'document_contents.stored_at': 'when the bytes were put away; the document has its own date',
  'idempotency_keys.body_digest': 'only decides whether a repeated post is a conflict',
  'idempotency_keys.created_at': 'bookkeeping; the filing has its own date',
  'case_files.id': 'foreign keys refuse another while something is of the case',
  'case_files.unit_id': 'who deals with it: the office moves it at will, and each time leaves an audit row',
  'case_files.assigned_to': 'as unit_id',
  'case_files.updated_at': 'bookkeeping of lists',
  'tasks.element': 'what the task is called; the token that waits for it has the element that counts',
  'tasks.form': 'which form is shown; what was answered is covered',
  'tasks.role': 'who may see it; what was answered by whom is covered',
  'tasks.assigned_to': 'who deals with it',
  'tasks.opened_at': 'the step that opened it has its instant',
  'tasks.initial_answers': 'what its form begins with; what was answered is covered',
  'notifications.key': 'the idempotency key of whoever asked for it',
  'jobs.id': 'a key that nothing refers to but the incident of a failed job',
  'jobs.attempts': 'the fence between workers',
  'jobs.max_attempts': 'how often a worker tries',
  'jobs.locked_until': 'the lease of a worker',
  'jobs.last_error': 'for whoever mends it',
  'procedure_versions.digest': 'foreign keys refuse another while a town offers it',
  'procedure_versions.pack': 'where it came from; not what is run',
  'signature_requests.id': 'foreign keys refuse another: each has its steps and its draft',
  'signature_contents.id': 'a key that nothing refers to: place and content are held against the signatures',
  'settlements.effect': 'the check of the table ties it to the reason, which is covered',
  'procedure_versions.published_at': 'each adoption of it has its audit row',
}

/** Tables that hold no legal fact of their own, each with the reason. */
export const NOT_LEGAL: Record<string, string> = {
  adonis_schema: 'which migrations have run',
  adonis_schema_versions: 'as adonis_schema',
  bodies: 'organisation, edited at will; entries and documents keep the names of their day',
  calendar_days: 'the published calendar; entries keep the effect that it gave them',
  calendar_years: 'as calendar_days',
  case_search: 'an index',
  compiled_procedures: 'a cache, sealed with an HMAC',
  demo_authorities:
    'keys of the demonstration signer; a document says itself by which certificates it was signed',
  demo_certificates: 'as demo_authorities',
  demo_gateway_operations: 'what was played at the demonstration gateway, behind which there is no money',
  demo_gateway_refunds: 'as demo_gateway_operations',
  drafts: 'nothing was filed yet',
  incidents: 'work of an administrator',
  municipalities: 'settings of the town',
  municipality_hosts: 'as municipalities',
  messages:
    'what one case tells another: whoever got it says so in its history (I13), and what it was is forgotten',
  notes: 'internal notes of the office',
  notices: 'courtesy, without legal effect (Law 39/2015, art. 41.6)',
  officer_browsers: 'browsers in which somebody signed in; who signed in is in the audit trail',
  officers: 'accounts; acts name who did them in the audit trail',
  partitioned_tables: 'which tables are cut by year',
  persons: 'contact and language; filings and cases keep who they were',
  rate_limits: 'counters',
  worker_beats: 'signs of life',
  seals: 'keys; a document says itself by which certificate it was sealed (I18)',
  subscriptions: 'what a process listens for: held against its tokens (I13)',
  town_procedures: 'what is offered; each change has its audit row',
  units: 'as bodies',
  seats: 'places with closed days of their own, as calendar_days; each case keeps which count for it',
  uploads: 'what was handed in with a draft; once filed it is a document',
}

const TIMER = `t.kind = 'timer'`

/** Which row to forge where not any will do, by table or by column. */
export const WHICH: Record<string, string> = {
  register_entries: `t.book = 'outgoing'`,
  'register_entries.filing_id': `t.book = 'incoming'`,
  filings: `t.kind = 'submission'`,
  documents: `t.kind = 'requirement'`,
  'documents.filing_id': `t.kind = 'receipt'`,
  'documents.name': `t.kind = 'receipt'`,
  document_contents: `t.template_digest IS NOT NULL`,
  // The rest is history for people: acts are in the books and the audit trail; its steps are held against the process (I12), what it
  // says of terms against the case (I20).
  case_events: `t.kind = 'document_delivered'`,
  case_files: `t.state = 'open' AND t.suspended_on IS NULL AND t.silence_on IS NULL`,
  'case_files.closed_at': `t.state = 'closed'`,
  'case_files.outcome': `t.state = 'closed'`,
  'case_files.suspended_on': `t.suspended_on IS NOT NULL`,
  'case_files.pauses': `t.suspended_on IS NOT NULL`,
  'case_files.silence_on': `t.silence_on IS NOT NULL`,
  openings: `t.parent_id IS NOT NULL`,
  'openings.cause': `t.cause = 'timer'`,
  tasks: `t.state = 'done'`,
  'tasks.due_on': `t.state = 'open' AND t.due_on IS NOT NULL`,
  'tasks.key': `t.state = 'open'`,
  notifications: `t.acted_at IS NOT NULL AND t.address IS NULL`,
  'notifications.address': `t.address IS NOT NULL`,
  jobs: TIMER,
  'payment_orders.id': `NOT EXISTS (SELECT FROM payment_attempts a WHERE a.municipality_id = $1 AND a.order_id = t.id)`,
  'payment_orders.state': `t.state = 'paid'`,
  'payment_orders.ended_at': `t.state = 'paid'`,
  'payment_attempts.id': `t.state = 'refused'`,
  'payment_attempts.state': `t.state = 'refused'`,
  'payment_attempts.ended_at': `t.state = 'refused'`,
  'settlements.id': `t.effect = 'pays' AND NOT EXISTS (SELECT FROM refund_orders r WHERE r.municipality_id = $1 AND r.settlement_id = t.id)`,
  'settlements.reason': `t.effect = 'surplus'`,
  'refund_orders.id': `NOT EXISTS (SELECT FROM refunds r WHERE r.municipality_id = $1 AND r.refund_order_id = t.id)`,
  'refunds.refund_order_id': `t.refund_order_id IS NOT NULL`,
  'signature_requests.state': `t.state = 'refused'`,
  'signature_requests.document_id': `t.state = 'signed'`,
  'signature_requests.ended_at': `t.state = 'refused'`,
  'signature_steps.id': `t.position = 'unit'`,
  'signature_steps.request_id': `t.position = 'unit'`,
  'signature_steps.ordinal': `t.position = 'unit'`,
  'signature_steps.position': `t.position = 'holder'`,
  'signature_steps.unit_id': `t.position = 'unit'`,
  'signature_contents.request_id': `t.ordinal = 1`,
  'signature_contents.ordinal': `NOT EXISTS (SELECT FROM signature_contents c WHERE c.municipality_id = $1 AND c.request_id = t.request_id AND c.ordinal > t.ordinal)`,
  evidence_queries: `NOT EXISTS (SELECT FROM evidence_answers a WHERE a.municipality_id = $1 AND a.query_id = t.id)`,
  evidence_answers: `t.outcome = 'found'`,
  procedure_versions: `EXISTS (SELECT FROM town_procedures p WHERE p.municipality_id = $1 AND p.digest = t.digest)`,
}

const OTHER_REQUEST = `(SELECT r.id FROM signature_requests r WHERE r.municipality_id = t.municipality_id AND r.id <> t.request_id ORDER BY r.id LIMIT 1)`

const OTHER_ORDER = `(SELECT o.id FROM payment_orders o WHERE o.municipality_id = t.municipality_id AND o.id <> t.order_id ORDER BY o.id LIMIT 1)`
const OTHER_SETTLEMENT = `(SELECT o.id FROM settlements o WHERE o.municipality_id = t.municipality_id AND o.id <> t.settlement_id ORDER BY o.id LIMIT 1)`

/** Words of a check. */
const OTHERS: Record<string, string> = {
  'register_entries.book': `'incoming'`,
  'filings.kind': `'addition'`,
  'case_events.public': `NOT t.public`,
  'documents.origin': `'citizen'`,
  'case_files.state': `'closed'`,
  'case_files.workflow': `jsonb_set(t.workflow, '{phase}', '"forged"')`,
  'case_files.pauses': `'[]'`,
  'openings.cause': `'signal'`,
  'tasks.state': `'open'`,
  'notifications.state': `'rejected'`,
  'notifications.person_id': `(SELECT p.id FROM persons p WHERE p.municipality_id = t.municipality_id AND p.id <> t.person_id LIMIT 1)`,
  'payment_orders.state': `'expired'`,
  'payment_attempts.order_id': OTHER_ORDER,
  'payment_attempts.state': `'cancelled'`,
  // One that was not paid: the index of what pays once would refuse it.
  'settlements.order_id': `(SELECT o.id FROM payment_orders o WHERE o.municipality_id = t.municipality_id AND o.state = 'expired' LIMIT 1)`,
  'settlements.attempt_id': `(SELECT o.id FROM payment_attempts o WHERE o.municipality_id = t.municipality_id AND o.id <> t.attempt_id ORDER BY o.id LIMIT 1)`,
  'settlements.reason': `'cancelled'`,
  'refund_orders.order_id': OTHER_ORDER,
  'refund_orders.settlement_id': OTHER_SETTLEMENT,
  'refunds.refund_order_id': `(SELECT o.id FROM refund_orders o WHERE o.municipality_id = t.municipality_id AND o.id <> t.refund_order_id ORDER BY o.id LIMIT 1)`,
  'refunds.settlement_id': OTHER_SETTLEMENT,
  'signature_requests.state': `'withdrawn'`,
  'signature_steps.request_id': OTHER_REQUEST,
  'signature_steps.position': `'secretary'`,
  'signature_contents.request_id': `(SELECT r.id FROM signature_requests r WHERE r.municipality_id = t.municipality_id AND NOT EXISTS (SELECT FROM signature_contents c WHERE c.municipality_id = t.municipality_id AND c.request_id = r.id AND c.ordinal = 1) LIMIT 1)`,
  'signatures.request_id': OTHER_REQUEST,
  'signatures.step_id': `(SELECT s.id FROM signature_steps s WHERE s.municipality_id = t.municipality_id AND NOT EXISTS (SELECT FROM signatures g WHERE g.municipality_id = t.municipality_id AND g.step_id = s.id) LIMIT 1)`,
  'signature_refusals.request_id': OTHER_REQUEST,
  'signature_refusals.step_id': `(SELECT s.id FROM signature_steps s WHERE s.municipality_id = t.municipality_id AND s.id <> t.step_id LIMIT 1)`,
  'evidence_queries.authority': `'consent'`,
  'evidence_answers.query_id': `(SELECT q.id FROM evidence_queries q WHERE q.municipality_id = t.municipality_id AND NOT EXISTS (SELECT FROM evidence_answers a WHERE a.municipality_id = q.municipality_id AND a.query_id = q.id) LIMIT 1)`,
  'evidence_answers.outcome': `'not_found'`,
  'jobs.state': `CASE t.state WHEN 'paused' THEN 'ready' ELSE 'paused' END`,
  'jobs.kind': `'notice'`,
  'stamp_templates.content': `t.content || '\\x00'::bytea`,
}

const BY_TYPE: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => `'01980000-0000-7000-8000-000000000000'`,
  jsonb: (column) => `coalesce(nullif(${column}, 'null'), '{}') || '{"forged": true}'`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '400 days'`,
  date: (column) => `coalesce(${column}, current_date) + 5`,
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  bytea: (column) => `set_bit(${column}, 800, 1 - get_bit(${column}, 800))`,
}

/** The SQL of another value that the table would take. */
export function forgedValue(table: string, column: string, type: string): string {
  const value = OTHERS[`${table}.${column}`] ?? BY_TYPE[type]?.(`t.${column}`)
  if (!value) throw new Error(`no other ${type} for ${table}.${column}`)
  return value
}
