import { lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { fileText } from '#catalogue/domain/file_text'
import { LIMITS, type ProcedureFiles } from '#catalogue/domain/files'

/** A README beside the documents, and what editors and systems leave behind, belong to nobody's procedure. */
const IGNORED = /^(README\.md|\..*)$/

interface Found {
  files: Map<string, string>
  bytes: number
  diagnostics: Diagnostic[]
}

async function readOne(found: Found, root: string, path: string, size: number): Promise<void> {
  found.bytes += size
  if (size > LIMITS.fileBytes) {
    found.diagnostics.push(problem('FILE_TOO_LARGE', { file: path, params: { limit: LIMITS.fileBytes } }))
    return
  }
  const text = fileText(await readFile(join(root, path)))
  if (text === null) found.diagnostics.push(problem('FILE_NOT_TEXT', { file: path }))
  else found.files.set(path, text)
}

/** Walks one folder; a link is never followed, so nothing outside the procedure can be read. */
async function walk(found: Found, root: string, folder: string, depth: number): Promise<void> {
  const names = (await readdir(join(root, folder))).filter((name) => !IGNORED.test(name)).sort()
  for (const name of names) {
    const path = folder ? `${folder}/${name}` : name
    const stats = await lstat(join(root, path))
    if (stats.isSymbolicLink() || (!stats.isFile() && !stats.isDirectory()))
      found.diagnostics.push(problem('FILE_IS_LINK', { file: path }))
    else if (stats.isDirectory()) {
      if (depth < LIMITS.depth) await walk(found, root, path, depth + 1)
      else found.diagnostics.push(problem('FOLDER_TOO_DEEP', { file: path, params: { limit: LIMITS.depth } }))
    } else if (found.files.size < LIMITS.files && found.bytes < LIMITS.folderBytes)
      await readOne(found, root, path, stats.size)
    else {
      const params = { files: LIMITS.files, bytes: LIMITS.folderBytes }
      found.diagnostics.push(problem('FOLDER_TOO_LARGE', { file: path, params }))
      return
    }
  }
}

/** The documents of the procedure in `folder`, bounded, UTF-8 only, without links. */
export async function readProcedure(folder: string): Promise<Result<ProcedureFiles, Diagnostic[]>> {
  const found: Found = { files: new Map(), bytes: 0, diagnostics: [] }
  await walk(found, folder, '', 1)
  return found.diagnostics.length > 0 ? err(found.diagnostics) : ok(found.files)
}
