import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Chromium } from '#tests/browser/support/chromium'

const LIBRARIES = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')))

/** Unpacked once a user: another's can't be run, and one that was cut short must not be taken for whole. */
export async function chromiumFromNpm(): Promise<Chromium> {
  const home = join(tmpdir(), `finestra-chromium-${userInfo().uid}`)
  if (!existsSync(home)) {
    const parcel = await mkdtemp(`${home}-`)
    await unpackInto(parcel)
    await rename(parcel, home).catch(() => rm(parcel, { recursive: true }))
  }
  const executablePath = join(home, 'chromium')
  const starts = promisify(execFile)(executablePath, ['--version', '--no-sandbox'])
  return starts.then(
    () => ({ executablePath }),
    () => ({ executablePath, libraries: join(home, 'al2023', 'lib') })
  )
}

/** The package unpacks into the folder for temporary files, and nowhere else. */
async function unpackInto(folder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await chromium.executablePath()
    await inflate(LIBRARIES)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
