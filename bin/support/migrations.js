import { readdirSync } from 'node:fs'
import { ace } from './ace.js'
import { inRoot } from './paths.js'
import { migrationsIn } from './postgres/what_stands.js'
import { step } from './say.js'

const FOLDER = 'database/migrations'

/** The migrations of this version, as the database names those that it has seen. */
export const written = () =>
  readdirSync(inRoot(FOLDER))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${FOLDER}/${name.replace(/\.ts$/, '')}`)

/** Brings the database to the newest schema, unless it says that it has seen every migration. */
export async function migrate(env) {
  const seen = new Set(await migrationsIn(env.DATABASE_OWNER_URL))
  if (written().every((name) => seen.has(name))) return
  step('Bringing the database up to date')
  await ace(['migration:run', '--force', '--no-schema-generate', '--connection=owner'], env, 'The migration')
}
