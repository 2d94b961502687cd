import { files } from '#documents/queries/files'
import { orphanFiles } from '#documents/queries/invariants'
import { towns } from '#tenancy/queries/towns'

/** Files of forgotten drafts, and of uploads that were cut off after their last byte, leave the disk. */
export async function forgetOrphanFiles(at: Date): Promise<void> {
  for (const { id } of await towns())
    for (const sha256 of await orphanFiles(id, at.getTime())) await files().remove(id, sha256)
}
