import { localDate } from '#cases/domain/local_date'
import type { LockedCase } from '#cases/queries/locked_case'
import { feeOf } from '#catalogue/queries/seams'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { ok, type Result } from '#core/result'
import type { FeeFault } from '#fees/index'
import type { Town } from '#tenancy/types'

/**
 * The fee of a case with what the office has found, which is answers put right, by the rates of the day of filing unless the fee
 * schedule says otherwise.
 */
export function feeAgain(
  procedure: CompiledProcedure,
  { workflow, openedAt }: LockedCase,
  { timeZone }: Town,
  found: Record<string, Json>
): Result<Record<string, Json>, FeeFault> {
  const filed = (workflow.variables['answers'] ?? {}) as Record<string, Json>
  const fee = feeOf(procedure, { ...filed, ...found }, localDate(openedAt, timeZone))
  return fee.ok ? ok({ ...(fee.value as unknown as Record<string, Json>) }) : fee
}
