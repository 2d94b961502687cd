import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromiumFromNpm } from '#tests/browser/support/chromium_from_npm'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const PLACES = [
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name))),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const HELP =
  'No Chromium was found. Install one (Debian: apt install chromium; macOS: brew install --cask chromium), ' +
  'or set CHROMIUM_PATH to one that is there.'

export interface Chromium {
  executablePath: string
  /** Where the libraries are that it needs and the machine lacks. */
  libraries?: string
}

/** `$CHROMIUM_PATH`, else the system's, else the one that npm brings (Linux x64). */
export async function findChromium(): Promise<Chromium> {
  const given = process.env['CHROMIUM_PATH']
  if (given && !runs(given)) throw new Error(`CHROMIUM_PATH names ${given}, which can't be run.`)
  const executablePath = given ?? PLACES.find(runs)
  if (executablePath) return { executablePath }
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(HELP)
  return chromiumFromNpm()
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
