import type { CaseProcedure } from '#cases/types'
import { frozenProcedure } from '#catalogue/actions/frozen_procedure'

/** The frozen version that a case stands on, as the case needs it. Kept by the catalogue. */
export async function caseProcedure(digest: string): Promise<CaseProcedure> {
  const procedure = await frozenProcedure(digest)
  return procedure as unknown as CaseProcedure
}
