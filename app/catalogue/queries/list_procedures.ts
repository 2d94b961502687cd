import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcedurePlace } from '#catalogue/domain/finding'

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort()
}

/** Every procedure under a catalogue's root, by pack and slug; links are passed over. */
export async function listProcedures(root: string): Promise<ProcedurePlace[]> {
  const places: ProcedurePlace[] = []
  for (const pack of await foldersIn(root)) {
    const procedures = join(root, pack, 'procedures')
    for (const slug of await foldersIn(procedures))
      places.push({ pack, slug, packFile: join(root, pack, 'pack.json'), folder: join(procedures, slug) })
  }
  return places
}
