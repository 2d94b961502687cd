import { positionsOf } from '#catalogue/domain/signers'
import type { CompiledProcedure } from '#catalogue/types'
import { signerFor } from '#signatures/queries/available_signer'
import { signersOf } from '#signatures/queries/tray'
import type { Position } from '#signatures/types'
import { bodyFor, unitFor } from '#tenancy/queries/bodies_and_units'
import type { Town } from '#tenancy/types'

/** An office that a procedure needs and nobody has: of which body (its role) or unit (its slug), where it is of one. */
export interface Vacancy {
  position: Position
  of: string
}

/**
 * What nobody could do in the cases of a procedure as a town carries it: whoever decides is named in what they decide (Law
 * 40/2015, art. 41, has the body named even where nobody does), and who has to sign must be there.
 */
export async function vacanciesIn(municipalityId: string, procedure: CompiledProcedure): Promise<Vacancy[]> {
  const [body, unit] = await Promise.all([
    bodyFor(municipalityId, procedure.sheet.body),
    unitFor(municipalityId, procedure.sheet.unit),
  ])
  const of = {
    holder: body?.role ?? procedure.sheet.body,
    secretary: '',
    unit: unit?.slug ?? procedure.sheet.unit,
  }
  const vacant: Vacancy[] = body?.holder ? [] : [{ position: 'holder', of: of.holder }]
  for (const position of positionsOf(procedure)) {
    const step = { position, body: body?.role ?? null, unitId: unit?.id ?? null }
    if (vacant.some((one) => one.position === position)) continue
    if ((await signersOf(municipalityId, step)).length === 0) vacant.push({ position, of: of[position] })
  }
  return vacant
}

/** Whether people of a town have a way to sign what a procedure may have them sign; without one, such a case stops there. */
export const canSign = (town: Town, procedure: CompiledProcedure): boolean =>
  positionsOf(procedure).length === 0 || signerFor(town) !== null
