import type { Json } from '#core/json'
import { feeOf } from '#catalogue/domain/fee_of'
import { effectiveFiling, lastDateBefore, lastInstantToPay } from '#deadlines/index'
import { type Assessment, lessPaid } from '#fees/index'
import { openedUntil } from '#notifications/domain/term_to_open'
import { firstOfKind } from '#forms/index'
import { askSimulated, type FAILED, type Refusal } from '#catalogue/domain/simulate/exchange'
import { extendSimulated } from '#catalogue/domain/simulate/extending'
import { giveBackSimulated } from '#catalogue/domain/simulate/giving_back'
import { declareUrgentSimulated } from '#catalogue/domain/simulate/hurrying'
import { issued } from '#catalogue/domain/simulate/issued'
import { resumeTimers, suspendTimers } from '#catalogue/domain/simulate/clock'
import type { World } from '#catalogue/domain/simulate/world'

type Office = (world: World, input: Record<string, Json>) => Json | typeof FAILED | Refusal

/** Whether the applicant chose to be notified on paper (Law 39/2015, art. 14.1). */
function isOnPaper({ procedure, state }: World): boolean {
  const form = procedure.forms[procedure.sheet.submissionForm]
  const answers = (state?.variables['answers'] ?? {}) as Record<string, Json>
  return form !== undefined && firstOfKind(form, answers, 'notification_channel') === 'paper'
}

/** What needs somebody can't be done where the filing is anonymous: in the house it becomes an incident. */
function nobody(world: World, activity: string): void {
  if (world.state?.variables['anonymous'] === true)
    world.obstacles.push({ code: 'NOBODY_THERE', pointer: '/applicant', params: { activity } })
}

/** What each activity does in a simulated town hall, and what it answers: the same members as the real one. */
const OFFICES: Record<string, Office> = {
  'cases.assign_unit': ({ procedure }) => ({ unit: procedure.sheet.unit }),
  'cases.record_silence'(world) {
    world.silence = world.procedure.sheet.silence.effect
    const { now, calendar } = world
    const since = effectiveFiling(now, calendar).recordedDate
    return { effect: world.silence, termEndedOn: lastDateBefore(now, calendar.timeZone), since }
  },
  'cases.suspend_term'(world) {
    suspendTimers(world)
    return {}
  },
  'cases.resume_term'(world) {
    resumeTimers(world)
    return { dueOn: null }
  },
  'cases.end_term'(world) {
    world.termMet = true
    return { metOn: effectiveFiling(world.now, world.calendar).recordedDate }
  },
  'cases.extend_term': (world, input) => extendSimulated(world, input),
  'cases.declare_urgent': (world, input) => declareUrgentSimulated(world, input),
  'documents.issue'(world, { template }) {
    return issued(world, String(template))
  },
  // Whether there is a folder or a code to see it with: that is the party's own affair.
  'documents.deliver': () => ({}),
  'registry.record_outgoing'(world) {
    world.entries.push('outgoing')
    return { entryId: `entry-${world.entries.length}`, number: String(world.entries.length) }
  },
  'notifications.notify'(world, { document }) {
    nobody(world, 'notifications.notify')
    const id = `notification-${world.notifications.length + 1}`
    const template = String(document).split(':')[0] as string
    const onPaper = isOnPaper(world)
    const lastDay = onPaper ? null : openedUntil(new Date(world.now), world.calendar.timeZone).lastDay
    world.notifications.push({ id, template, lastDay, open: true })
    return { notificationId: id, lastDay, onPaper }
  },
  'exchange.ask': (world, input) => askSimulated(world, input),
  'fees.assess'(world, corrected) {
    const answers = world.state?.variables['answers'] ?? {}
    const given = { ...(answers as Record<string, Json>), ...corrected }
    const { recordedDate } = effectiveFiling(world.now, world.calendar)
    const fee = feeOf(world.procedure, given, recordedDate)
    if (!fee.ok) throw new Error(`the fee can't be reckoned: ${JSON.stringify(fee.error)}`)
    return fee.value as unknown as Json
  },
  'payments.request'(world, input) {
    nobody(world, 'payments.request')
    const kept = (input['fee'] ?? world.state?.variables['fee'] ?? null) as unknown as Assessment | null
    const total = kept ? lessPaid(kept, String(input['paid'] ?? 0)).total : '0.00'
    if (Number(total) === 0) return { orderId: null, reference: null, asked: false }
    const id = `order-${world.payments.length + 1}`
    const expiresAt = lastInstantToPay(new Date(world.now), input, world.calendar)
    const lastDay = lastDateBefore(expiresAt, world.calendar.timeZone)
    world.money.push({ what: 'asked', amount: total })
    world.payments.push({ id, total, expiresAt, lastDay, open: true, paid: false, back: 0 })
    return { orderId: id, reference: id, asked: true }
  },
  'payments.give_back': (world, input) => giveBackSimulated(world, input),
  'signatures.request'(world, { template }) {
    const id = `signature-${world.signatures.length + 1}`
    world.signatures.push({ id, template: String(template), open: true })
    return { requestId: id }
  },
  'notices.send'(world, { notice }) {
    world.notices.push(String(notice))
    return { sent: true }
  },
}

export const OFFICE_NAMES = Object.keys(OFFICES)

/** Carries out an activity; a process that was compiled names none that isn't here. */
export function carryOut(
  world: World,
  activity: string,
  input: Record<string, Json>
): Json | typeof FAILED | Refusal {
  const office = Object.hasOwn(OFFICES, activity) ? OFFICES[activity] : undefined
  if (!office) throw new Error(`no office carries out ${activity}`)
  return office(world, input)
}
