import { startEmbedded } from './postgres/embedded.js'
import { useExternal } from './postgres/external.js'
import { step } from './say.js'

/** Whether the operator brings a server. */
export const isExternal = (env = process.env) => Boolean(env.DATABASE_URL || env.DATABASE_OWNER_URL)

/** The variables of this installation's database, which runs and is ready for migrations. */
export async function openDatabase(data, env = process.env) {
  if (!isExternal(env)) return (await startEmbedded(data)).urls
  const urls = await useExternal(data, env)
  step('The database answers')
  return urls
}
