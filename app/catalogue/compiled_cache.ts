import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { CompiledProcedure } from '#catalogue/types'
import { canonical } from '#core/canonical_json'
import { keepForAll, keptByAll } from '#core/link/link'
import env from '#start/env'

/** The rooms whose code decides what a compiled procedure looks like. */
const COMPILERS = [
  'expressions',
  'decisions',
  'deadlines',
  'forms',
  'fees',
  'engine',
  'documents/template',
  'catalogue/domain',
]

let version: Promise<string> | null = null

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const room of COMPILERS) {
    const root = app.makePath('app', room)
    const names = (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort()
    for (const name of names) hash.update(name.slice(root.length)).update(await readFile(name))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Which compiler made an artefact: another one makes it anew. */
export const compilerVersion = () => (version ??= fingerprint())

/** Over what it is of and who made it, too: a sealed artefact can't stand in for another. */
const sealOf = (digest: string, compiler: string, text: string) =>
  createHmac('sha256', env.get('APP_KEY'))
    .update(`finestra-compiled\n${digest}\n${compiler}\n`)
    .update(text)
    .digest()

function holds(seal: Buffer, given: string): boolean {
  const bytes = Buffer.from(given, 'hex')
  return bytes.length === seal.length && timingSafeEqual(bytes, seal)
}

const SHARED_SECONDS = 86_400
const sharedKey = (digest: string, compiler: string) => `compiled:${digest}:${compiler}`

/** The artefact of a version, if this compiler made it and nobody has touched it since. */
export async function keptCompiled(digest: string): Promise<CompiledProcedure | null> {
  const compiler = await compilerVersion()
  const shared = await keptByAll(sharedKey(digest, compiler))
  const [seal = '', text = ''] = shared?.split('\n', 2) ?? []
  if (text && holds(sealOf(digest, compiler, text), seal)) return JSON.parse(text)
  return keptInTable(digest, compiler)
}

async function keptInTable(digest: string, compiler: string): Promise<CompiledProcedure | null> {
  const { rows } = await db.rawQuery(
    `SELECT artefact, hmac FROM compiled_procedures WHERE digest = ? AND compiler = ?`,
    [digest, compiler]
  )
  if (!rows[0]) return null
  const text = canonical(rows[0].artefact)
  if (!holds(sealOf(digest, compiler, text), rows[0].hmac)) return null
  keepForAll(sharedKey(digest, compiler), `${rows[0].hmac}\n${text}`, SHARED_SECONDS)
  return rows[0].artefact
}

export async function keepCompiled(compiled: CompiledProcedure): Promise<void> {
  const compiler = await compilerVersion()
  const artefact = JSON.parse(JSON.stringify(compiled))
  const text = canonical(artefact)
  const seal = sealOf(compiled.digest, compiler, text).toString('hex')
  await db.rawQuery(
    `INSERT INTO compiled_procedures (digest, compiler, artefact, hmac) VALUES (?, ?, ?, ?)
     ON CONFLICT (digest, compiler) DO UPDATE SET artefact = excluded.artefact, hmac = excluded.hmac`,
    [compiled.digest, compiler, text, seal]
  )
  keepForAll(sharedKey(compiled.digest, compiler), `${seal}\n${text}`, SHARED_SECONDS)
}
