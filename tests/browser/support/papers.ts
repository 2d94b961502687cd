import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** A picture that somebody attaches. */
export const PICTURE = {
  name: 'La farola.png',
  mimeType: 'image/png',
  buffer: await readFile('resources/images/towns/benialba.png'),
}

/** One that no town takes. */
export const PROGRAM = {
  name: 'programa.exe',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from('MZ'),
}

/** One that weighs more than a town takes. It lies where the run erases what it leaves. */
export async function heavyPaper(): Promise<string> {
  const path = join(await mkdtemp(join(process.env['FINESTRA_DATA'] ?? tmpdir(), 'paper-')), 'Plano.pdf')
  await writeFile(path, '%PDF-1.7')
  await truncate(path, 21_000_000)
  return path
}

export const nameOf = (paper: string | { name: string }): string =>
  typeof paper === 'string' ? basename(paper) : paper.name
