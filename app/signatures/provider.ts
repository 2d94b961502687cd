import { registerJob } from '#core/jobs/registry'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { signatureWithdrawal } from '#signatures/jobs/signature_withdrawal'
import { offerSigner } from '#signatures/queries/available_signer'

/** What this office does after a commit, and the signers it knows. */
export function offerSignatures(): void {
  registerJob('signature_withdrawal', signatureWithdrawal)
  offerSigner(new DemoSigner())
}
