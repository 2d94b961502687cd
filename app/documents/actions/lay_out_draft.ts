import { makeImprint } from '#documents/domain/make_imprint'
import type { Sheet } from '#documents/domain/sheet'
import { housePool } from '#documents/pdf/house_pool'
import { stampOf } from '#documents/queries/stamp'
import { writingOf } from '#documents/queries/writing'
import type { Town } from '#tenancy/types'

export interface DraftOrder {
  town: Town
  /** With a block of signatures: each of its rows becomes a field. */
  sheet: Sheet
  /** The verification code that the document will have, as stored. */
  code: string
  /** ISO instant. */
  createdAt: string
}

/** Lays out what people have to sign: a PDF with a field for each signature and one for the seal, signed by nobody yet. */
export function layOutDraft({ town, sheet, code, createdAt }: DraftOrder): Promise<Buffer> {
  const { letterhead, imprint } = stampOf(town, sheet.language)
  const foot = makeImprint(imprint, code, null, writingOf(town, sheet.language))
  return housePool.render({ sheet, letterhead, imprint: foot, createdAt })
}
