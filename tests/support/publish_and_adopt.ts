import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { PublishVersion } from '#catalogue/actions/publish_version'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'

/** Publishes a version, and has a town offer it, where it has what that needs. */
export async function publishAndAdopt(
  townId: string,
  ...version: Parameters<PublishVersion['execute']>
): Promise<CompiledProcedure> {
  const procedure = unwrap(await new PublishVersion().execute(...version))
  await new AdoptProcedure().execute(townId, { slug: procedure.slug, digest: procedure.digest })
  return procedure
}
