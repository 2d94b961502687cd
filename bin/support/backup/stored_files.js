import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { copyOut } from './copy.js'

const NAME = /^[0-9a-f]{64}$/

const namesIn = async (folder) => {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(error.code)) return []
    throw error
  }
}

/** The files that are whole, as `<town>/<first letters>/<digest>`, a folder at a time. */
export async function* storedFiles(root) {
  for (const town of await namesIn(root))
    for (const beginning of await namesIn(join(root, town)))
      for (const name of await namesIn(join(root, town, beginning)))
        if (NAME.test(name)) yield `${town}/${beginning}/${name}`
}

/** One of them, opened: its size is that of what will be read, whatever becomes of its name. */
export async function openStored(root, path) {
  const handle = await open(join(root, path))
  const { size, mtimeMs } = await handle.stat()
  return { size, modified: mtimeMs, content: handle.createReadStream() }
}

const NAMED = (town) => `COPY (
  SELECT sha256 FROM uploads WHERE municipality_id = '${town}' AND sha256 IS NOT NULL
  UNION SELECT sha256 FROM documents WHERE municipality_id = '${town}' AND origin = 'citizen' AND sha256 IS NOT NULL) TO STDOUT`

/** Which of the files that the rows of a town name are not there. */
export async function missingFiles(client, root, town) {
  const missing = []
  for await (const rows of copyOut(client, NAMED(town)))
    for (const name of rows.toString().trim().split('\n')) {
      const path = `${town}/${name.slice(0, 2)}/${name}`
      if (!(await stat(join(root, path)).catch(() => null))) missing.push(path)
    }
  return missing
}
