import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const PASSPHRASE = 'the password of a test'

/** An organ seal as an authority delivers it, valid for a year: a PKCS#12 file made by openssl. */
export function organSeal(taxNumber: string, kind = ['-newkey', 'rsa:2048']): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'))
  const [key, certificate, file] = ['key.pem', 'certificate.pem', 'seal.p12'].map((name) => join(folder, name)) as [string, string, string] // prettier-ignore
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const subject = `/C=ES/O=Ajuntament de Prova/serialNumber=${taxNumber}/CN=SELLO ELECTRONICO DE PROVA`
    openssl('req', '-x509', ...kind, '-nodes', '-keyout', key, '-out', certificate, '-subj', subject, '-days', '365') // prettier-ignore
    openssl('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', file, '-passout', `pass:${PASSPHRASE}`) // prettier-ignore
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
