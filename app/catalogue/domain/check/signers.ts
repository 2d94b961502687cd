import { problem } from '#core/diagnostic'
import type { Check } from '#catalogue/domain/check/context'
import { signersIn } from '#catalogue/domain/signers'
import { POSITIONS } from '#signatures/types'

/** Who is to sign is somebody whom a town has. */
export const checkSigners: Check = ({ facts, process }) =>
  signersIn(facts)
    .filter(({ signer }) => !POSITIONS.some((position) => position === signer))
    .map(({ element, signer }) => {
      const params = { signer, known: POSITIONS.join(', ') }
      return problem('SIGNER_UNKNOWN', { file: process.file, element, params })
    })
