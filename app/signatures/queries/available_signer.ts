import type { Signer } from '#signatures/contract'
import type { Town } from '#tenancy/types'

const signers: Signer[] = []

/** Called by the provider, once a signer; the first that a town may use is its. */
export const offerSigner = (signer: Signer) => void signers.push(signer)

export const signerFor = (town: Town): Signer | null =>
  signers.find((signer) => signer.available(town)) ?? null
