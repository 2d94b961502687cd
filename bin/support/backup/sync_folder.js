import { open } from 'node:fs/promises'

/** Names in a folder are there after a loss of power only when the folder itself was written. */
export async function syncFolder(folder) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
