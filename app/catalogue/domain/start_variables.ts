import type { CompiledProcedure } from '#catalogue/domain/types'
import type { Json } from '#core/json'
import type { Assessment } from '#fees/index'

/** What the process of a filing begins with. Where it may be filed anonymously, it knows whether it was. */
export const startVariables = (
  { signInLevel }: Pick<CompiledProcedure['sheet'], 'signInLevel'>,
  {
    answers,
    fee,
    values,
    anonymous,
  }: {
    answers: Record<string, Json>
    fee: Assessment | null
    /** What the town has filled in (`town`). */
    values: Record<string, Json>
    anonymous: boolean
  }
): Record<string, Json> => ({
  answers,
  ...(fee && { fee: fee as unknown as Json }),
  ...values,
  ...(signInLevel === 'none' && { anonymous }),
})
