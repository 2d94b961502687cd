import type { Json } from '#core/json'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface Task {
  id: string
  caseId: string
  key: string
  element: string
  form: string | null
  role: string
  assignedTo: string | null
  state: 'open' | 'done' | 'cancelled'
  openedAt: Date
  dueOn: string | null
  closedAt: Date | null
  closedBy: string | null
  result: Record<string, Json> | null
  initialAnswers: Record<string, Json> | null
}

export const TASK_COLUMNS = `
  id, case_id AS "caseId", key, element, form, role, assigned_to AS "assignedTo", state, opened_at AS "openedAt",
  due_on::text AS "dueOn", closed_at AS "closedAt", closed_by AS "closedBy", result,
  initial_answers AS "initialAnswers"`

const one = async (trx: TownTransaction, id: string, lock = ''): Promise<Task | null> => {
  const [task] = await trx.rows<Task>(
    `SELECT ${TASK_COLUMNS} FROM tasks WHERE municipality_id = $1 AND id = $2 ${lock}`,
    [trx.municipalityId, id]
  )
  return task ?? null
}

export const taskById = (trx: TownTransaction, id: string) => one(trx, id)

/** A task, held until the transaction ends; its case must be locked before. */
export const lockedTask = (trx: TownTransaction, id: string) => one(trx, id, 'FOR UPDATE')
