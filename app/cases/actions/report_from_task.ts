import { appendAudit } from '#audit/actions/append_audit'
import { advanceCase } from '#cases/actions/advance_case'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { REPORTED, reportableOf } from '#cases/queries/reportable'
import { lockedTask, taskById } from '#cases/queries/tasks'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { inTown } from '#tenancy/town_transaction'

export interface TaskReport extends Moment {
  municipalityId: string
  taskId: string
  /** Given with the page: what is sent twice is reported once. */
  report: string
  /** The event that hears it, which says what is reported. */
  heardBy: string
  /** Kept in the history and in the trail. */
  reason: string
  /** The roles of whoever reports; the task's own must be among them. */
  roles: string[]
  actor: Actor
}

export type ReportRefusal = 'not_found' | 'not_yours' | 'no_reason' | 'already_done' | 'not_heard'

/** Whoever does a task reports what keeps it from being done, or what those above should know of it. */
export class ReportFromTask {
  execute(given: TaskReport): Promise<Result<null, ReportRefusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const { taskId, report, heardBy, roles, actor, at, moved } = given
      const reason = given.reason.trim()
      if (reason === '') return err('no_reason' as const)
      const seen = await taskById(trx, taskId)
      const caseFile = seen && (await caseAsOf(trx, seen.caseId, at))
      const task = await lockedTask(trx, taskId)
      if (!caseFile || !task) return err('not_found' as const)
      if (!roles.includes(task.role)) return err('not_yours' as const)
      const before = await trx.rows(REPORTED, [trx.municipalityId, caseFile.id, report], 'reported')
      if (before.length > 0) return ok(null)
      if (task.state !== 'open') return err('already_done' as const)
      const said = (await reportableOf(caseFile, task.key)).find((one) => one.heardBy === heardBy)
      if (!said) return err('not_heard' as const)
      const { what, code } = said
      const data = { element: task.element, task: taskId, what, code, heardBy, reason }
      await recordEvent(
        trx,
        { caseFile, at, actor },
        { kind: 'task_reported', public: false, data: { ...data, report } }
      )
      await advanceCase(trx, caseFile.id, { type: what, key: task.key, code }, { at, actor })
      const subject = { kind: 'case_files', id: caseFile.id }
      const row = { actor, action: 'cases.task_reported', subject, detail: data }
      await appendAudit(trx, [row], moved ? at : undefined)
      return ok(null)
    })
  }
}
