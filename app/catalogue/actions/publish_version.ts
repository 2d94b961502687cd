import db from '@adonisjs/lucid/services/db'
import { compileApart } from '#catalogue/apart/compile_apart'
import { filesOfVersion, type ProcedureFiles } from '#catalogue/domain/files'
import { plansIn } from '#catalogue/domain/migration/plans_in'
import type { MigrationPlan } from '#catalogue/domain/migration/types'
import type { CompiledProcedure, Pack } from '#catalogue/types'
import { keepCompiled } from '#catalogue/compiled_cache'
import type { Diagnostic } from '#core/diagnostic'
import { digestOf } from '#core/digest'
import { ok, type Result } from '#core/result'

/**
 * Publishes the documents of a procedure as a version, known by their digest. A version never changes:
 * publishing the same documents again is the same version. The plans that lead to it are published beside it.
 */
export class PublishVersion {
  async execute(
    files: ProcedureFiles,
    from: { pack: string; manifest?: Pack | null; processes?: readonly string[] }
  ): Promise<Result<CompiledProcedure, Diagnostic[]>> {
    const compiled = await compileApart(files, {
      pack: from.manifest ?? null,
      ...(from.processes && { processes: from.processes }),
    })
    if (!compiled.ok) return compiled
    const { digest, slug, sheet } = compiled.value
    await db.rawQuery(
      `INSERT INTO procedure_versions (digest, pack, slug, version, files) VALUES (?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING`,
      [digest, from.pack, slug, sheet.version, JSON.stringify(Object.fromEntries(filesOfVersion(files)))]
    )
    await keepCompiled(compiled.value)
    for (const plan of plansIn(files)) if (plan.to === digest) await publishPlan(slug, plan)
    return ok(compiled.value)
  }
}

const publishPlan = (slug: string, plan: MigrationPlan) =>
  db.rawQuery(
    `INSERT INTO published_plans (digest, slug, from_digest, to_digest, contents) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (digest) DO NOTHING`,
    [digestOf(plan), slug, plan.from, plan.to, JSON.stringify(plan)]
  )
