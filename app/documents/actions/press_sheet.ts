import { makeImprint } from '#documents/domain/make_imprint'
import type { Sheet } from '#documents/domain/sheet'
import { housePool } from '#documents/pdf/house_pool'
import { sealOf } from '#documents/queries/seal'
import { stampOf } from '#documents/queries/stamp'
import { writingOf } from '#documents/queries/writing'
import { pressPdf, type SealedPdf } from '#documents/stamp/press'
import type { Town } from '#tenancy/types'

export type { SealedPdf, Sheet }

export interface PressOrder {
  town: Town
  sheet: Sheet
  /** The verification code, as stored. */
  code: string
  /** The register's stamp, for documents that have been through it. */
  entry: { kind: 'incoming' | 'outgoing'; number: string; recordedAt: string } | null
  /** ISO instant. */
  createdAt: string
}

/** Makes a sheet into the town's sealed PDF: by the stamp where it fits, else by the slow road, with the same facts. */
export async function pressSheet({ town, sheet, code, entry, createdAt }: PressOrder): Promise<SealedPdf> {
  const writing = writingOf(town, sheet.language)
  const stamp = stampOf(town, sheet.language)
  const signer = await sealOf(town.id)
  const imprint = makeImprint(stamp.imprint, code, entry, writing)
  const reason = writing.translate('documents.imprint.sealed')
  return pressPdf(stamp, signer, { sheet, imprint, createdAt, reason }, (job) => housePool.render(job))
}
