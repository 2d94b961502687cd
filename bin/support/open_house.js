import { assertWhole } from './backup/mark.js'
import { openDataFolder } from './data_folder.js'
import { openDatabase } from './database.js'
import { seedDemo } from './demo.js'
import { demoMeant } from './demo_meant.js'
import { migrate } from './migrations.js'
import { givenKey, secretsIn } from './secrets.js'
import { claim } from './single.js'
import { stateOf } from './state.js'

/**
 * Everything under the web processes: data folder, PostgreSQL, schema, demo towns. Returns the data
 * folder and the environment in which the house runs. `beside` runs while the database comes up.
 */
export async function openHouse(mode, { host, port }, beside = async () => {}) {
  const data = await openDataFolder()
  assertWhole(data.folder)
  claim(data.folder, { host, port })
  const secrets = secretsIn(data.folder)
  const [database] = await Promise.all([openDatabase(data), beside()])
  const env = {
    ...process.env,
    APP_KEY: givenKey() || secrets.appKey,
    ...database,
    NODE_ENV: mode,
    HOST: host,
    PORT: String(port),
    FINESTRA_DATA: data.folder,
    FINESTRA_DEMO: demoMeant(process.env, host) ? '1' : '0',
  }
  await migrate(env)
  await seedDemo(env, stateOf(data.folder))
  return { folder: data.folder, env }
}
