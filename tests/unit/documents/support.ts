import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedImprint, makeImprint } from '#documents/domain/make_imprint'
import { receiptSheet, type Receipt } from '#documents/domain/receipt'
import type { Letterhead } from '#documents/domain/imprint'
import type { Writing } from '#documents/domain/words'
import { cmsSigner } from '#documents/seal/cms'
import { createDemoAuthority, issueDemoSeal } from '#documents/seal/demo_authority'
import { sealFromPem } from '#documents/seal/seal_key'
import type { StampJob } from '#documents/stamp/stamp'

type Tree = { [key: string]: string | Tree }
const read = (language: string): Tree =>
  JSON.parse(
    readFileSync(new URL(`../../../resources/lang/${language}/documents.json`, import.meta.url), 'utf8')
  )

const texts = Object.fromEntries(['es', 'ca', 'en'].map((language) => [language, read(language)]))

/** The house's own texts, with their places filled. */
export function writingIn(language: string): Writing {
  const tree: Tree = { documents: texts[language] as Tree }
  return {
    language,
    timeZone: 'Europe/Madrid',
    translate(id, params = {}) {
      const text = id
        .split('.')
        .reduce<string | Tree | undefined>((at, key) => (at as Tree | undefined)?.[key], tree)
      if (typeof text !== 'string') throw new Error(`no text ${id}`)
      return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
    },
  }
}

export const letterhead: Letterhead = {
  name: 'Ajuntament de Vallclara',
  lines: ['Plaça Major, 1 · 46999 Vallclara (València) · NIF P4699900A', 'https://sede.vallclara.example'],
  colour: '#0b4f6c',
}

export const CODE = '0FX211KQ7ABCD0123456789J'
export const VERIFY = 'https://sede.vallclara.example/verify'

export const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  entity: 'Ajuntament de Vallclara',
  office: 'Oficina d’assistència en matèria de registres',
  kind: 'incoming',
  filed: 'submission',
  entryNumber: '2026-E-RE-000123',
  recordedAt: '2026-11-21T18:32:11.123456Z',
  effectiveAt: '2026-11-22T23:00:00Z',
  interested: { name: 'Núria Peris i Català', identifier: 'NIF 99999999R' },
  representative: { name: 'Carles Ferrer i Gómez', identifier: 'NIF 00000000T' },
  procedure: 'Instancia general',
  caseNumber: '2026/GEN/000045',
  summary: 'Alumbrado de la calle Mayor: farolas apagadas entre los números 12 y 30',
  unit: 'Servicios urbanos',
  answersDigest: 'ef56'.repeat(16),
  attachments: [
    { name: 'foto-farola.jpg', size: 1_234_567, sha256: 'ab12'.repeat(16) },
    { name: 'Plano de situación (versión 2).pdf', size: 340_120, sha256: 'cd34'.repeat(16) },
  ],
  ...changes,
})

/** A receipt as a job for either road. */
export function receiptJob(changes: Partial<Receipt> = {}, language = 'es'): StampJob {
  const writing = writingIn(language)
  const facts = receipt(changes)
  const entry = { kind: facts.kind, number: facts.entryNumber, recordedAt: facts.recordedAt }
  return {
    sheet: receiptSheet(facts, writing),
    imprint: makeImprint(fixedImprint(VERIFY, writing), CODE, entry, writing),
    createdAt: facts.recordedAt,
    reason: writing.translate('documents.imprint.sealed'),
  }
}

const now = new Date()
const authority = await createDemoAuthority(now)
const issued = await issueDemoSeal(authority, { name: letterhead.name, nif: 'P4699900A' }, now)

export const demo = { authority, issued }
export const signer = cmsSigner(sealFromPem(issued.privateKey, issued.certificate + authority.certificate))

const folder = mkdtempSync(join(tmpdir(), 'finestra-documents-'))
let files = 0

/** A file of these bytes, for programs that read files. */
export function fileOf(bytes: Uint8Array | string, extension = 'pdf'): string {
  const path = join(folder, `${(files += 1)}.${extension}`)
  writeFileSync(path, bytes)
  return path
}

/** Runs a program of the machine; answers its exit status and all it said. */
export function run(program: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  return { status, said: `${stdout}${stderr}` }
}

/** Why a test that needs programs cannot run here, or false when they are all there. */
export const missing = (...programs: string[]): boolean =>
  programs.some((program) => spawnSync(program, ['--version']).error !== undefined)

/** The words of a PDF in reading order, spaces made one. */
export const wordsOf = (pdf: Uint8Array): string =>
  run('pdftotext', '-layout', fileOf(pdf), '-').said.replace(/\s+/g, ' ')
