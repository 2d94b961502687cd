import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { CompiledProcedure } from '#catalogue/types'
import { canonical } from '#core/canonical_json'
import env from '#start/env'

/** The rooms whose code decides what a compiled procedure looks like. */
const COMPILERS = ['expressions', 'deadlines', 'forms', 'engine', 'catalogue/domain']

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

const sealOf = (text: string) =>
  createHmac('sha256', env.get('APP_KEY')).update('finestra-compiled\n').update(text).digest()

/** The artefact of a version, if this compiler made it and nobody has touched it since. */
export async function keptCompiled(digest: string): Promise<CompiledProcedure | null> {
  const { rows } = await db.rawQuery(
    `SELECT artefact, hmac FROM compiled_procedures WHERE digest = ? AND compiler = ?`,
    [digest, await compilerVersion()]
  )
  if (!rows[0]) return null
  const expected = sealOf(canonical(rows[0].artefact))
  const given = Buffer.from(rows[0].hmac, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected) ? rows[0].artefact : null
}

export async function keepCompiled(compiled: CompiledProcedure): Promise<void> {
  const artefact = JSON.parse(JSON.stringify(compiled))
  const text = canonical(artefact)
  await db.rawQuery(
    `INSERT INTO compiled_procedures (digest, compiler, artefact, hmac) VALUES (?, ?, ?, ?)
     ON CONFLICT (digest, compiler) DO UPDATE SET artefact = excluded.artefact, hmac = excluded.hmac`,
    [compiled.digest, await compilerVersion(), text, sealOf(text).toString('hex')]
  )
}
