import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { PublishVersion } from '#catalogue/actions/publish_version'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { pack, smallProcedure } from '#tests/catalogue/small_procedure'

/** Publishes a version of the small procedure, changed first, and has a town offer it. */
export async function adoptSmall(
  townId: string,
  change: (files: Map<string, string>) => void = () => {}
): Promise<CompiledProcedure> {
  const files = smallProcedure()
  change(files)
  const procedure = unwrap(await new PublishVersion().execute(files, { pack: 'small', manifest: pack }))
  await new AdoptProcedure().execute(townId, { slug: procedure.slug, digest: procedure.digest })
  return procedure
}
