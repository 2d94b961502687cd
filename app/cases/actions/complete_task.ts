import { appendAudit } from '#audit/actions/append_audit'
import type { AuditRow } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { checkedAnswers } from '#cases/domain/checked_answers'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { decidedBefore } from '#cases/queries/decided'
import { taskCircumstances } from '#cases/queries/task_circumstances'
import { lockedTask, taskById } from '#cases/queries/tasks'
import type { Actor } from '#cases/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { digestOf } from '#core/digest'
import { type Result, err, ok } from '#core/result'
import type { Issue } from '#forms/index'
import { calendarOf } from '#tenancy/queries/calendar'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface TaskAnswer extends Moment {
  taskId: string
  actor: Actor
  /** The roles of whoever answers; the task's own must be among them. */
  roles: string[]
  answers: Record<string, Json>
}

/**
 * `already_done` is a conflict (409): somebody was faster, or the case moved on. `decided` is one with the resolution that
 * stands: a withdrawal is answered by another only once the letter of that one was taken back.
 */
export type TaskRefusal =
  | { code: 'not_found' }
  | { code: 'not_yours'; role: string }
  | { code: 'already_done'; closedBy: string | null; closedAt: Date | null }
  | { code: 'decided'; number: string }
  | { code: 'invalid'; issues: Issue[] }

export interface CompletedTask {
  caseId: string
  element: string
  answers: Record<string, Json>
  /** To be written last, by whoever owns the transaction. */
  audit: AuditRow[]
}

/** Answers a task and moves its case on, inside a transaction of the caller's. */
export async function completeTask(
  trx: TownTransaction,
  given: TaskAnswer
): Promise<Result<CompletedTask, TaskRefusal>> {
  const { taskId, actor, at } = given
  const seen = await taskById(trx, taskId)
  if (!seen) return err({ code: 'not_found' })
  const caseFile = await caseAsOf(trx, seen.caseId, at)
  const task = await lockedTask(trx, taskId)
  if (!caseFile || !task) return err({ code: 'not_found' })
  if (!given.roles.includes(task.role)) return err({ code: 'not_yours', role: task.role })
  if (task.state !== 'open')
    return err({ code: 'already_done', closedBy: task.closedBy, closedAt: task.closedAt })
  const procedure = await frozenProcedure(caseFile.digest)
  const decided = await decidedBefore(trx, caseFile, task)
  if (decided) return err({ code: 'decided', number: decided })
  const form = task.form ? procedure.forms[task.form] : undefined
  const { timeZone } = await calendarOf(trx.municipalityId)
  const checked = checkedAnswers(form, given.answers, taskCircumstances(caseFile, { at, timeZone }))
  if (!checked.ok) return err({ code: 'invalid', issues: checked.error })
  const answers = checked.value
  await trx.rows(
    `UPDATE tasks SET state = 'done', closed_at = $3, closed_by = $4, result = $5 WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, taskId, at.toISOString(), `${actor.kind}/${actor.id}`, JSON.stringify(answers)]
  )
  await recordEvent(
    trx,
    { caseFile, at, actor },
    { kind: 'task_done', public: false, data: { element: task.element, task: taskId } }
  )
  await advanceCase(trx, caseFile.id, { type: 'done', key: task.key, result: answers }, { at, actor })
  const subject = { kind: 'case_files', id: caseFile.id }
  const audit = [
    {
      actor,
      action: 'cases.task_completed',
      subject,
      detail: { element: task.element, task: taskId, answers: digestOf(answers) },
    },
  ]
  return ok({ caseId: caseFile.id, element: task.element, answers, audit })
}

/** An employee answers a task. */
export class CompleteTask {
  execute(given: TaskAnswer & { municipalityId: string }): Promise<Result<CompletedTask, TaskRefusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const done = await completeTask(trx, given)
      if (done.ok) await appendAudit(trx, done.value.audit, given.moved ? given.at : undefined)
      return done
    })
  }
}
