import { ace } from './ace.js'
import { inRoot } from './paths.js'
import { step } from './say.js'
import { contentsOf, hashOf } from './stamp.js'

/** Brings the database to the newest schema; skipped when `state` says that nothing changed since. */
export async function migrate(env, state, key) {
  const hash = hashOf([key ?? '', ...contentsOf([inRoot('database')])])
  if (key !== null && state?.has('migrated', hash)) return
  step('Bringing the database up to date')
  await ace(['migration:run', '--force', '--no-schema-generate', '--connection=owner'], env, 'The migration')
  state?.note('migrated', hash)
}
