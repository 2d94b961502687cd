import type { Activity } from '#cases/activities/activity'
import { askEvidence } from '#cases/activities/ask_evidence'
import { assessFee } from '#cases/activities/assess_fee'
import { assignUnit } from '#cases/activities/assign_unit'
import { declareUrgent } from '#cases/activities/declare_urgent'
import { deliverDocument } from '#cases/activities/deliver_document'
import { endTerm } from '#cases/activities/end_term'
import { extendTerm } from '#cases/activities/extend_term'
import { giveBackPaid } from '#cases/activities/give_back'
import { issueDocument } from '#cases/activities/issue_document'
import { notify } from '#cases/activities/notify'
import { recordOutgoing } from '#cases/activities/record_outgoing'
import { recordSilence } from '#cases/activities/record_silence'
import { requestPayment } from '#cases/activities/request_payment'
import { requestSignaturesOf } from '#cases/activities/request_signatures'
import { resumeTerm } from '#cases/activities/resume_term'
import { sendNotice } from '#cases/activities/send_notice'
import { suspendTerm } from '#cases/activities/suspend_term'

const ACTIVITIES = new Map<string, Activity>([
  ['cases.assign_unit', assignUnit],
  ['cases.record_silence', recordSilence],
  ['cases.suspend_term', suspendTerm],
  ['cases.resume_term', resumeTerm],
  ['cases.end_term', endTerm],
  ['cases.extend_term', extendTerm],
  ['cases.declare_urgent', declareUrgent],
  ['documents.issue', issueDocument],
  ['documents.deliver', deliverDocument],
  ['registry.record_outgoing', recordOutgoing],
  ['notifications.notify', notify],
  ['exchange.ask', askEvidence],
  ['fees.assess', assessFee],
  ['payments.request', requestPayment],
  ['payments.give_back', giveBackPaid],
  ['signatures.request', requestSignaturesOf],
  ['notices.send', sendNotice],
])

export const ACTIVITY_NAMES = [...ACTIVITIES.keys()]

export function activityNamed(name: string): Activity {
  const activity = ACTIVITIES.get(name)
  if (!activity) throw new Error(`there is no activity "${name}"`)
  return activity
}
