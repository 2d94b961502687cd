import { checkSchema } from '#catalogue/domain/check_schema'
import { checkPlan, type MigrationPlan, versionOf } from '#catalogue/domain/migration/index'
import { knownProcedure } from '#catalogue/queries/frozen_procedure'
import { type Diagnostic, hasProblems, problem } from '#core/diagnostic'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'

/** A plan as it is written, held against both versions that it names, or all that is wrong with it. */
export async function readPlan(
  plan: Json,
  file: string
): Promise<Result<{ slug: string; plan: MigrationPlan }, Diagnostic[]>> {
  const malformed = checkSchema('migration', file, plan)
  if (hasProblems(malformed)) return err(malformed)
  const written = plan as unknown as MigrationPlan
  const [from, to] = await Promise.all([knownProcedure(written.from), knownProcedure(written.to)])
  const unknown = [...(from ? [] : ['/from']), ...(to ? [] : ['/to'])]
  if (!from || !to) return err(unknown.map((pointer) => problem('PLAN_NO_VERSION', { file, pointer })))
  const found = checkPlan({ plan: written, file, from: versionOf(from), to: versionOf(to) })
  return hasProblems(found) ? err(found) : ok({ slug: from.slug, plan: written })
}
