import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The files below some folders of the house, as paths from its root. */
export const paths = (...folders: string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
        .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    )
    .sort()

export interface Source {
  path: string
  text: string
}

const CODE = /\.(ts|tsx|js|edge)$/

/** The code below some folders. */
export const sources = (...folders: string[]): Source[] =>
  paths(...folders)
    .filter((path) => CODE.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
