import { readFile } from 'node:fs/promises'

/** A picture that somebody attaches. */
export const PICTURE = {
  name: 'La farola.png',
  mimeType: 'image/png',
  buffer: await readFile('resources/images/towns/benialba.png'),
}
