import type { Signer } from '#filings/types'
import type { Citizen } from '#identity/types'

/** Whoever files signs by the means they identified themselves with (Law 39/2015, arts. 10.4 and 11). */
export const signerOf = ({ identifier, name, method, level }: Citizen): Signer => ({
  identifier,
  name,
  method,
  level,
})
