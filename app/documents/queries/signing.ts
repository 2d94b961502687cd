import { letterheadOf } from '#documents/queries/stamp'
import { sealOf } from '#documents/queries/seal'
import { writingOf } from '#documents/queries/writing'
import { signField } from '#documents/seal/signature_fields'
import type { Town } from '#tenancy/types'

export { checkSignatures } from '#documents/seal/check_seal'
export { cmsSigner } from '#documents/seal/cms'
export {
  createDemoAuthority,
  issueDemoEmployee,
  type IssuedCertificate,
} from '#documents/seal/demo_authority'
export { sealFromPem } from '#documents/seal/seal_key'
export { isFieldSigned, signField } from '#documents/seal/signature_fields'

/** A document that everybody has signed, with the town's seal behind their signatures. */
export async function sealedDraft(
  town: Town,
  bytes: Buffer,
  { language, at }: { language: string; at: Date }
): Promise<Buffer> {
  const { name } = letterheadOf(town, language)
  const reason = writingOf(town, language).translate('documents.imprint.sealed')
  return signField(bytes, 'seal', await sealOf(town.id), { name, signedAt: at.toISOString(), reason })
}
