import { startEmbedded } from './postgres/embedded.js'
import { useExternal } from './postgres/external.js'
import { step } from './say.js'

/** Whether the operator brings a server. */
export const isExternal = (env = process.env) => Boolean(env.DATABASE_URL || env.DATABASE_OWNER_URL)

/** The database of this installation, ready for migrations: `{ key, env }`; `key` is null when others may change it behind our back. */
export async function openDatabase(data, env = process.env) {
  if (!isExternal(env)) {
    const { urls, folder } = await startEmbedded(data)
    return { key: folder, env: urls }
  }
  const urls = await useExternal(data, env)
  step('The database answers')
  return { key: null, env: urls }
}
