import type { Law } from '#cases/types'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { townProcedure } from '#catalogue/queries/town_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { halved } from '#deadlines/index'

interface Versioned {
  digest: string
  law: Law | null
}

/** By which sheet a case goes: what another version says of its term, silence and fee; of one that is urgent the half (art. 33). */
async function under(
  procedure: CompiledProcedure,
  law: Law | null,
  version: (digest: string) => Promise<CompiledProcedure>
): Promise<CompiledProcedure> {
  if (!law) return procedure
  const of = (part: 'term' | 'silence' | 'fee') => (law[part] ? version(law[part]) : procedure)
  const [term, silence, fee] = await Promise.all([of('term'), of('silence'), of('fee')])
  const sheet = {
    ...procedure.sheet,
    term: law.urgent && term.sheet.term ? halved(term.sheet.term) : term.sheet.term,
    silence: silence.sheet.silence,
    fee: fee.sheet.fee,
  }
  return { ...procedure, sheet, fees: fee.fees }
}

/** The procedure of a case as it was published, with what binds the office by the sheet that the case began under. */
export const lawOfCase = async ({ digest, law }: Versioned): Promise<CompiledProcedure> =>
  under(await frozenProcedure(digest), law, frozenProcedure)

/** The same, as a town carries it. */
export const townLawOfCase = async (
  municipalityId: string,
  { digest, law }: Versioned
): Promise<CompiledProcedure> =>
  under(await townProcedure(municipalityId, digest), law, (one) => townProcedure(municipalityId, one))
