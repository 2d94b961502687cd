import { processFacts, type ProcessFacts } from '#catalogue/domain/process_facts'
import type { CompiledProcedure } from '#catalogue/domain/types'
import { POSITIONS, type Position } from '#signatures/types'

const TEXTS = /^\[?\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)\s*\]?$/

/** The texts of an expression that is a text or a list of them; none where it is reckoned. */
const namedIn = (source: string): string[] =>
  [...(TEXTS.exec(source.trim())?.[1] ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] as string)

/** Whom a process has sign, element by element, as far as it names them. */
export const signersIn = ({ activities }: ProcessFacts): { element: string; signer: string }[] =>
  activities
    .filter(({ activity }) => activity === 'signatures.request')
    .flatMap(({ element, inputs }) =>
      inputs
        .filter(({ name }) => name === 'signers')
        .flatMap(({ value }) => namedIn(value.source).map((signer) => ({ element, signer })))
    )

/** As what people sign the documents of a procedure. */
export function positionsOf({ graph }: CompiledProcedure): Position[] {
  const named = new Set(signersIn(processFacts(graph)).map(({ signer }) => signer))
  return POSITIONS.filter((position) => named.has(position))
}
