import { uuidv7 } from '#core/ids'
import { officeAtWork } from '../office_at_work.js'
import { asApp, asOwner, type Plant } from './plant.js'

export const cases: Plant[] = [
  {
    title: 'a case that went along an arrow that there is not',
    rule: 'I12',
    fault: 'undeclared_arrow',
    async plant(office) {
      await asOwner(
        office,
        'case_events',
        `UPDATE case_events SET data = jsonb_set(data, '{taken}', '["shortcut"]') WHERE municipality_id = $1 AND case_id = $2 AND kind = 'step'`,
        [office.first.caseId]
      )
      return office.first.caseId
    },
  },
  {
    title: 'a case that entered what nothing leads to',
    rule: 'I12',
    fault: 'undeclared_element',
    async plant(office) {
      const end = Object.values(office.procedure.graph.nodes).find(
        ({ kind, outgoing }) => kind === 'end_event' && outgoing.length === 0
      )!
      await asApp(
        office,
        `INSERT INTO case_events (municipality_id, id, case_id, at, kind, actor_kind, actor_id, data)
         VALUES ($1, $2, $3, now(), 'step', 'system', 'system', $4)`,
        [uuidv7(), office.first.caseId, JSON.stringify({ entered: [end.id] })]
      )
      return office.first.caseId
    },
  },
  {
    title: 'a delivery that nobody made, by which a document could be read',
    rule: 'I19',
    fault: 'row_without_act',
    async plant(office) {
      const id = uuidv7()
      await asApp(
        office,
        `INSERT INTO case_events (municipality_id, id, case_id, at, kind, actor_kind, actor_id, public, data)
         SELECT d.municipality_id, $2, d.case_id, now(), 'document_delivered', 'system', 'system', true, jsonb_build_object('document', d.id)
         FROM documents d WHERE d.municipality_id = $1 AND d.case_id = $3 LIMIT 1`,
        [id, office.first.caseId]
      )
      return id
    },
  },
  {
    title: 'a phase that the process did not give',
    rule: 'I12',
    fault: 'state_differs',
    async plant(office) {
      await asApp(office, `UPDATE case_files SET phase = 'closed' WHERE municipality_id = $1 AND id = $2`, [
        office.first.caseId,
      ])
      return office.first.caseId
    },
  },
  {
    title: 'a task that its process does not wait for',
    rule: 'I13',
    fault: 'task_differs',
    async plant(office) {
      await asApp(
        office,
        `INSERT INTO tasks (municipality_id, id, case_id, key, element, role, opened_at) VALUES ($1, $2, $3, 'ghost:9', 'ghost', 'case_handler', now())`,
        [uuidv7(), office.first.caseId]
      )
      return office.first.caseId
    },
  },
  {
    title: 'a term that nobody watches any more',
    rule: 'I13',
    fault: 'timer_differs',
    async plant(office) {
      await asApp(office, `DELETE FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind = 'timer'`, [
        office.first.caseId,
      ])
      return office.first.caseId
    },
  },
  {
    title: 'a message that nobody waits for any more',
    rule: 'I13',
    fault: 'message_differs',
    async plant(office) {
      await asApp(office, `DELETE FROM subscriptions WHERE municipality_id = $1 AND case_id = $2`, [
        office.first.caseId,
      ])
      return office.first.caseId
    },
  },
  {
    title: 'work for a token that is not there',
    rule: 'I13',
    fault: 'activity_differs',
    async plant(office) {
      await asApp(
        office,
        `INSERT INTO jobs (municipality_id, id, kind, case_id, key, run_at, created_at) VALUES ($1, $2, 'activity', $3, 'ghost:9', now() + interval '1 day', now())`,
        [uuidv7(), office.first.caseId]
      )
      return office.first.caseId
    },
  },
  {
    title: 'an incident that no token has',
    rule: 'I13',
    fault: 'incident_differs',
    async plant(office) {
      await asApp(
        office,
        `INSERT INTO incidents (municipality_id, id, case_id, key, element, code, detail, opened_at) VALUES ($1, $2, $3, 'ghost:9', 'ghost', 'activity_failed', '', now())`,
        [uuidv7(), office.first.caseId]
      )
      return office.first.caseId
    },
  },
  {
    title: 'a case in the hands of an officer of another town',
    rule: 'I14',
    fault: 'no_parent',
    async plant(office) {
      const other = await officeAtWork()
      await asApp(office, `UPDATE case_files SET assigned_to = $3 WHERE municipality_id = $1 AND id = $2`, [
        office.first.caseId,
        other.test.officer.id,
      ])
      return 'case_files.assigned_to'
    },
  },
]
