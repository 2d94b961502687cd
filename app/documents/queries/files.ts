import type { FileStore } from '#documents/drivers/file_store'

let store: FileStore | null = null

/** Called by the provider, once. */
export const keepFilesIn = (given: FileStore) => void (store = given)

/** The store of files by content. */
export function files(): FileStore {
  if (!store) throw new Error('the file store is not bound: the documents provider has not booted')
  return store
}
