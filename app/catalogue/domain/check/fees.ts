import { type Diagnostic, problem, warning } from '#core/diagnostic'
import type { Check } from '#catalogue/domain/check/context'
import { FEES, SHEET } from '#catalogue/domain/files'

/** The sheet says what it costs, and what it costs is written down. */
export const checkFees: Check = ({ sheet, fees, facts, process }) => {
  const found: Diagnostic[] = []
  if (sheet.fee && !fees) found.push(problem('FILE_MISSING', { file: FEES }))
  if (!sheet.fee && fees) found.push(problem('FEE_UNDECLARED', { file: SHEET, pointer: '/fee' }))
  const payments = facts.activities.filter(({ activity }) => activity === 'payments.request')
  const { file } = process
  if (!fees) found.push(...payments.map(({ element }) => problem('PAYMENT_WITHOUT_FEE', { file, element })))
  else if (payments.length === 0) found.push(warning('FEE_NEVER_ASKED', { file }))
  return found
}
