import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const inRoot = (...parts) => join(ROOT, ...parts)

export const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
