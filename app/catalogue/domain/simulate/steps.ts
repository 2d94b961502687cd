import { deadline, parseTerm } from '#deadlines/index'
import { pointerTo } from '#core/json'
import { endCall } from '#catalogue/domain/simulate/call_steps'
import { choose, close, correct, refuse, report, signal } from '#catalogue/domain/simulate/engine_steps'
import { accepted, judged } from '#catalogue/domain/simulate/form_answers'
import { happen, passTime } from '#catalogue/domain/simulate/run'
import { exhausted } from '#catalogue/domain/simulate/spent'
import { told } from '#catalogue/domain/simulate/told'
import type { World } from '#catalogue/domain/simulate/world'
import type { Step } from '#catalogue/domain/scenario'

type StepOf<Key extends string> = Extract<Step, Record<Key, unknown>>

function obstacle(world: World, code: string, pointer: string, params: Record<string, string>): void {
  world.obstacles.push({ code, pointer, params })
}

/** What a citizen does is registered, and a receipt is given (Law 39/2015, arts. 16.1 and 16.3). */
export function registerIncoming(world: World): void {
  world.entries.push('incoming')
  if (Object.hasOwn(world.procedure.templates, 'receipt')) world.documents.push('receipt')
}

function doTask(world: World, step: StepOf<'task'>, pointer: string): void {
  const task = [...world.tasks.values()].find(({ element }) => element === step.task)
  if (!task) {
    const open = [...world.tasks.values()].map(({ element }) => element).join(', ') || '-'
    return obstacle(world, 'TASK_NOT_OPEN', `${pointer}/task`, { task: step.task, open })
  }
  if (task.role !== step.by)
    return obstacle(world, 'TASK_OF_ANOTHER', `${pointer}/by`, { task: step.task, role: task.role })
  // what is done outside and only said to be done asks nothing
  if (!task.form && (step.refused || Object.keys(step.with).length > 0))
    return obstacle(world, 'TASK_WITHOUT_FORM', `${pointer}/with`, { task: step.task })
  if (step.refused) return mustRefuse(world, { ...step, refused: step.refused }, task.form, pointer)
  const result = task.form ? accepted(world, task.form, step.with, `${pointer}/with`) : {}
  if (step.by === 'citizen') registerIncoming(world)
  world.tasks.delete(task.key)
  happen(world, { type: 'done', key: task.key, result })
}

/** Answers that the law doesn't allow: the form refuses them at these fields and no others, and nothing happens. */
function mustRefuse(
  world: World,
  step: StepOf<'task'> & { refused: string[] },
  form: string,
  pointer: string
): void {
  const names = judged(world, form, step.with).issues.map(({ name }) => name)
  const found = [...new Set(names)].sort().join(', ') || '-'
  const expected = [...step.refused].sort().join(', ')
  if (found !== expected) obstacle(world, 'REFUSAL_DIFFERS', `${pointer}/refused`, { form, expected, found })
}

/** What is not paid is not paid until its last day is over. */
function letOrderExpire(world: World, { message, payload }: StepOf<'message'>): void {
  const order = world.payments.at(-1)
  if (message === 'payment_ended' && payload?.['state'] !== 'paid' && order) passTime(world, order.expiresAt)
}

function sendMessage(world: World, step: StepOf<'message'>, pointer: string): void {
  letOrderExpire(world, step)
  const { message } = step
  const late = message === 'withdrawal' && world.decided !== null
  if (late !== Boolean(step.refused))
    return obstacle(world, late ? 'MESSAGE_UNHEARD' : 'MESSAGE_HEARD', `${pointer}/message`, { message })
  if (late) return
  const before = world.state
  if (step.by === 'citizen') registerIncoming(world)
  happen(world, { type: 'message', name: message, ...told(world, step) })
  if (world.state === before) obstacle(world, 'MESSAGE_UNHEARD', `${pointer}/message`, { message })
}

function waitFor(world: World, step: StepOf<'term'>, pointer: string): void {
  const term = parseTerm(step.term)
  if (!term.ok) return obstacle(world, 'TERM_UNREADABLE', `${pointer}/term`, { term: step.term })
  passTime(world, deadline(term.value, world.now, world.calendar).expiresAt)
}

function retry(world: World, step: StepOf<'retry'>, pointer: string): void {
  const found = [...world.incidents].find(([, element]) => element === step.retry)
  if (!found) return obstacle(world, 'NOTHING_TO_RETRY', `${pointer}/retry`, { element: step.retry })
  world.incidents.delete(found[0])
  happen(world, { type: 'retry', key: found[0] })
}

/** Does one step of a scenario; what can't be done is noted as an obstacle, and the rest goes on. */
export function doStep(world: World, step: Step, index: number): void {
  if (exhausted(world)) return
  const pointer = pointerTo('steps', index)
  if ('task' in step) doTask(world, step, pointer)
  else if ('message' in step) sendMessage(world, step, pointer)
  else if ('advance' in step) passTime(world, step.advance)
  else if ('term' in step) waitFor(world, step, pointer)
  else if ('fails' in step) world.failures.set(step.fails, step.times)
  else if ('refuses' in step) refuse(world, step, pointer)
  else if ('call' in step) endCall(world, step, pointer, doStep)
  else if ('signal' in step) signal(world, step, pointer)
  else if ('choose' in step) choose(world, step, pointer)
  else if ('close' in step) close(world, step, pointer)
  else if ('error' in step || 'escalation' in step) report(world, step, pointer)
  else if ('variables' in step) correct(world, step)
  else retry(world, step, pointer)
}
