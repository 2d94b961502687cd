import type { Readable } from 'node:stream'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import { uuidv7 } from '#core/ids'
import { err, ok, type Result } from '#core/result'
import { fileName } from '#documents/domain/file_name'
import { agreedType, typeByExtension } from '#documents/domain/media_types'
import type { StoredFile } from '#documents/drivers/file_store'
import { FileTooLargeError } from '#documents/errors'
import { files } from '#documents/queries/files'
import type { Upload, UploadFault } from '#documents/types'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/** Files of a draft: of one that nobody signs as many as a report from the street needs. */
const mostOf = (codeDigest: string | null) => (codeDigest === null ? 50 : 10)

interface Given {
  municipalityId: string
  personId: string | null
  codeDigest?: string | null
  draftId: string
  field: string
  name: string
  at: Date
}

interface Incoming extends Given {
  source: Readable & { truncated?: boolean }
  /** Bytes. */
  limit: number
}

interface Received extends Given {
  mediaType: string
  stored: StoredFile
}

/**
 * Takes a file while it streams in: counts and hashes it, and decides its type by what it holds, which
 * must agree with its name. It belongs to one draft, of whoever holds that, and to no other.
 */
export class StoreUpload {
  async execute(upload: Incoming): Promise<Result<Upload, UploadFault>> {
    const name = fileName(upload.name)
    if (!typeByExtension(name)) {
      upload.source.resume()
      return err('type_refused')
    }
    // Before its bytes are taken: what is refused would stay on the disk until its round.
    if (await inTown(upload.municipalityId, (trx) => isFull(trx, upload))) {
      upload.source.resume()
      return err('too_many')
    }
    const stored = await this.#receive(upload.municipalityId, upload.source, upload.limit)
    if (!stored.ok) return stored
    if (stored.value.size === 0) return err('empty')
    const mediaType = await this.#typeOf(name, stored.value)
    if (!mediaType) return err('type_differs')
    return this.#write({ ...upload, name, mediaType, stored: stored.value })
  }

  async #receive(
    municipalityId: string,
    source: Readable,
    limit: number
  ): Promise<Result<StoredFile, UploadFault>> {
    try {
      return ok(await files().put(municipalityId, source, limit))
    } catch (error: any) {
      if (error instanceof FileTooLargeError) return err('too_large')
      if (source.errored === error || error?.code === 'ERR_STREAM_PREMATURE_CLOSE') return err('cut_short')
      throw error
    }
  }

  async #typeOf(name: string, { head, path }: StoredFile): Promise<string | null> {
    const detected = (await fileTypeFromBuffer(head)) ?? null
    // Office files are archives: only their directory tells which.
    const mime = detected?.mime === 'application/zip' ? (await fileTypeFromFile(path))?.mime : detected?.mime
    return agreedType(name, mime ?? null, head)
  }

  async #write(upload: Received): Promise<Result<Upload, UploadFault>> {
    const { municipalityId, personId, codeDigest = null, draftId } = upload
    const { field, name, mediaType, stored, at } = upload
    return inTown(municipalityId, async (trx) => {
      const [draft] = await trx.rows(
        `SELECT id FROM drafts WHERE municipality_id = $1 AND id = $2
           AND person_id IS NOT DISTINCT FROM $3 AND code_digest IS NOT DISTINCT FROM $4 FOR UPDATE`,
        [municipalityId, draftId, personId, codeDigest]
      )
      if (!draft) return err('no_draft')
      if (await isFull(trx, upload)) return err('too_many')
      const row: Upload = {
        id: uuidv7(),
        draftId,
        field,
        name,
        mediaType,
        size: stored.size,
        sha256: stored.sha256,
        state: 'not_scanned',
      }
      await trx.rows(
        `INSERT INTO uploads (municipality_id, id, draft_id, person_id, field, name, media_type, size, sha256, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          municipalityId,
          row.id,
          draftId,
          personId,
          field,
          name,
          mediaType,
          row.size,
          row.sha256,
          row.state,
          at.toISOString(),
        ]
      )
      return ok(row)
    })
  }
}

async function isFull(trx: TownTransaction, { draftId, codeDigest = null }: Given): Promise<boolean> {
  const [held] = await trx.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM uploads WHERE municipality_id = $1 AND draft_id = $2`,
    [trx.municipalityId, draftId]
  )
  return held!.count >= mostOf(codeDigest)
}
