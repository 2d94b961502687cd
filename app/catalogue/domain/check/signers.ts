import { problem } from '#core/diagnostic'
import type { Check } from '#catalogue/domain/check/context'
import { POSITIONS } from '#signatures/types'

const TEXTS = /^\[?\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)\s*\]?$/

/** The texts of an expression that is a text or a list of them; none where it is reckoned. */
const namedIn = (source: string): string[] =>
  [...(TEXTS.exec(source.trim())?.[1] ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] as string)

/** Who is to sign is somebody whom a town has. */
export const checkSigners: Check = ({ facts, process }) =>
  facts.activities
    .filter(({ activity }) => activity === 'signatures.request')
    .flatMap(({ element, inputs }) =>
      inputs
        .filter(({ name }) => name === 'signers')
        .flatMap(({ value }) => namedIn(value.source))
        .filter((signer) => !POSITIONS.some((position) => position === signer))
        .map((signer) => {
          const params = { signer, known: POSITIONS.join(', ') }
          return problem('SIGNER_UNKNOWN', { file: process.file, element, params })
        })
    )
