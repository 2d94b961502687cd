export type * from '#deadlines/types'
export { type ClosedDay, eitherClosed, isWorkingDay, provisional } from '#deadlines/calendar'
export { completeMonths } from '#deadlines/complete_months'
export { dateDue, followsFrom } from '#deadlines/date_due'
export { dayAfter, dayBefore, startsOn } from '#deadlines/day'
export { deadline, recounted } from '#deadlines/deadline'
export { type EffectiveFiling, effectiveFiling } from '#deadlines/effective_filing'
export { extended } from '#deadlines/extension'
export { type FilingWindow, filingWindow } from '#deadlines/filing_window'
export { lastDayInWords } from '#deadlines/last_day_in_words'
export { lastInstantToPay, type PaymentInputs } from '#deadlines/last_instant_to_pay'
export { parseTerm, termText } from '#deadlines/parse_term'
export { type PaymentTerm, paymentTerm } from '#deadlines/payment_term'
export { suspended } from '#deadlines/suspension'
export { listProblems } from '#deadlines/list/list_problems'
export {
  type ListFault,
  type ListedDay,
  type ReadList,
  isPartial,
  readList,
  withList,
} from '#deadlines/list/read_list'
export { lastDateBefore } from '#deadlines/pauses'
export { reminderAt } from '#deadlines/reminder_at'
export { halved } from '#deadlines/term'
export { workingDaysBetween } from '#deadlines/working_days_between'
