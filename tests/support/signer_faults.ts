import type { Signer } from '#signatures/contract'

/** A signer that does something else than it should. */
export const broken = (sign: Signer['sign']): Signer => ({ name: 'broken', available: () => true, sign })
