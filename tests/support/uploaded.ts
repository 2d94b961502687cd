import { Readable } from 'node:stream'
import { unwrap } from '#core/result'
import { StoreUpload } from '#documents/actions/store_upload'
import type { Upload } from '#documents/types'

export const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'
)

/** Hands in a small PDF for a draft. */
export const uploaded = async (given: {
  municipalityId: string
  personId: string
  draftId: string
  field?: string
  name?: string
}): Promise<Upload> =>
  unwrap(
    await new StoreUpload().execute({
      field: 'attachments',
      name: 'plan.pdf',
      ...given,
      source: Readable.from([PDF]),
      limit: 1000,
      at: new Date(),
    })
  )
