import { kindOf, type ProcedureFiles } from '#catalogue/domain/files'
import type { MigrationPlan } from '#catalogue/domain/migration/types'

/** The plans among documents that were found to be right. */
export const plansIn = (files: ProcedureFiles): MigrationPlan[] =>
  [...files].flatMap(([path, text]) =>
    kindOf(path)?.kind === 'migration' ? [JSON.parse(text) as MigrationPlan] : []
  )
