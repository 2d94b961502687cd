import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listProcedures } from '#catalogue/index'
import { CATALOGUE } from '#tests/catalogue/root'

export interface CatalogueCopy {
  root: string
  slug: string
  /** Changes one file of its first procedure as text. */
  change(file: string, edit: (text: string) => string): Promise<void>
  /** Takes one of its files away. */
  take(file: string): Promise<void>
  remove(): Promise<void>
}

/** A catalogue that a test may spoil. */
export async function catalogueCopy(): Promise<CatalogueCopy> {
  const root = await mkdtemp(join(tmpdir(), 'catalogue-'))
  await cp(CATALOGUE, root, { recursive: true })
  const [place] = await listProcedures(root)
  if (!place) throw new Error('the catalogue is empty')
  return {
    root,
    slug: place.slug,
    async change(file, edit) {
      const path = join(place.folder, file)
      const text = await readFile(path, 'utf8')
      const edited = edit(text)
      if (edited === text) throw new Error(`nothing to change in ${file}`)
      await writeFile(path, edited)
    },
    take: (file) => rm(join(place.folder, file)),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
