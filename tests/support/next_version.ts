import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { PublishVersion } from '#catalogue/actions/publish_version'
import { listProcedures, readProcedure } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { CATALOGUE } from '#tests/catalogue/root'
import { plant } from '#tests/catalogue/small_procedure'
import type { OpenOffice } from '#tests/support/filing'

type Plant = [file: string, pointer: string, value: unknown]

/** Publishes another version of the procedure that an office offers, changed so, and has its town adopt it. */
export async function nextVersion(
  { town, procedure }: OpenOffice,
  ...changes: Plant[]
): Promise<CompiledProcedure> {
  const place = (await listProcedures(CATALOGUE)).find(({ slug }) => slug === procedure.slug)!
  const files = new Map(unwrap(await readProcedure(place.folder)))
  plant(files, 'procedure.json', '/version', '99.0.0')
  for (const change of changes) plant(files, ...change)
  const next = unwrap(await new PublishVersion().execute(files, { pack: place.pack }))
  await new AdoptProcedure().execute(town.id, { slug: next.slug, digest: next.digest })
  return next
}
