import type { CompiledProcedure } from '#catalogue/types'
import { pack, smallProcedure } from '#tests/catalogue/small_procedure'
import { publishAndAdopt } from '#tests/support/publish_and_adopt'

/** Publishes a version of the small procedure, changed first, and has a town offer it. */
export async function adoptSmall(
  townId: string,
  change: (files: Map<string, string>) => void = () => {}
): Promise<CompiledProcedure> {
  const files = smallProcedure()
  change(files)
  return publishAndAdopt(townId, files, { pack: 'small', manifest: pack })
}
