import type { Json } from '#core/json'
import { ok, type Result } from '#core/result'
import type { Calendar } from '#deadlines/index'
import { type Assessment, type FeeFault, assess } from '#fees/index'
import type { CompiledProcedure } from '#catalogue/domain/types'

/**
 * What a filing with these answers has to pay, by the rates of the day; null for a procedure that costs nothing. With the
 * town's calendar, it tells as well how late a self-assessment is filed.
 */
export function feeOf(
  { fees, forms, sheet, valuesDigest }: Pick<CompiledProcedure, 'fees' | 'forms' | 'sheet' | 'valuesDigest'>,
  answers: Record<string, Json>,
  /** ISO day in the town. */
  filedOn: string,
  calendar?: Calendar
): Result<Assessment | null, FeeFault> {
  if (!fees) return ok(null)
  const types = forms[sheet.submissionForm]?.types ?? {}
  const fee = assess(fees, { answers, types, filedOn, calendar })
  return fee.ok && valuesDigest ? ok({ ...fee.value, valuesDigest }) : fee
}
