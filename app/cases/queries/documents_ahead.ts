import { checkedAnswers } from '#cases/domain/checked_answers'
import { feeAgain } from '#cases/queries/fee_again'
import { draftSheet } from '#cases/queries/draft_sheet'
import { letterSheet } from '#cases/queries/letter_sheet'
import type { LockedCase } from '#cases/queries/locked_case'
import { taskCircumstances } from '#cases/queries/task_circumstances'
import type { Task } from '#cases/queries/tasks'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import type { Sheet } from '#documents/actions/press_sheet'
import { type Advance, type Command, type State, advance } from '#engine/index'
import type { Issue } from '#forms/index'
import type { Town } from '#tenancy/types'

/** A task with answers that nobody has given yet. */
export interface Intended {
  town: Town
  caseFile: LockedCase
  procedure: CompiledProcedure
  task: Task
  answers: Record<string, Json>
  at: Date
}

/**
 * The documents that these answers to a task would have made and sealed at once, or sent to be signed, as they would read. The engine
 * takes its step in memory, through what only reckons, and nothing is written: whoever decides reads the act before it is one.
 */
export async function documentsAhead(intended: Intended): Promise<Result<Sheet[], Issue[]>> {
  const { town, caseFile, procedure, task, at } = intended
  const form = task.form ? procedure.forms[task.form] : undefined
  const circumstances = taskCircumstances(caseFile, { at, timeZone: town.timeZone })
  const checked = checkedAnswers(form, intended.answers, circumstances)
  if (!checked.ok) return err(checked.error)
  const happened = { at: at.toISOString(), timeZone: town.timeZone }
  const done = (before: State, key: string, result: Json): Advance => {
    const step = advance(procedure.graph, before, { ...happened, type: 'done', key, result })
    const reckoning = step.commands.find(reckons)
    if (!reckoning) return step
    const fee = feeAgain(procedure, caseFile, town, reckoning.input)
    if (!fee.ok) return step
    const next = done(step.state, reckoning.key, fee.value)
    return { state: next.state, commands: [...step.commands, ...next.commands] }
  }
  const { state, commands } = done(caseFile.workflow, task.key, checked.value)
  const sheets = commands.filter(issues).flatMap(({ key, activity, input }) => {
    const template = procedure.templates[String(input['template'])]
    const context = { town, caseFile: { ...caseFile, workflow: state }, procedure, key, input, at, since: at }
    if (!template) return []
    if (activity === 'documents.issue') return [letterSheet(context, template)]
    return [draftSheet(context, template).then(({ sheet }) => sheet)]
  })
  return ok(await Promise.all(sheets))
}

const ISSUING = ['documents.issue', 'signatures.request']

type Asked = Extract<Command, { type: 'activity' }>

const issues = (command: Command): command is Asked =>
  command.type === 'activity' && ISSUING.includes(command.activity)

const reckons = (command: Command): command is Asked =>
  command.type === 'activity' && command.activity === 'fees.assess'
