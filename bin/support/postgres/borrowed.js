import { onStop } from '../lifecycle.js'
import { secretsIn } from '../secrets.js'
import { step } from '../say.js'
import { withClient } from './connect.js'
import { parse, useExternal } from './external.js'

const NAME = 'TEST_DATABASE_OWNER_URL'

const withDatabase = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href

/**
 * A server that the operator lends to the tests, by a user who may make roles and databases; beside the
 * database that its address names they make their own and remove them. The same shape as an embedded one.
 */
export async function borrowServer(data, address) {
  const url = parse(NAME, address)
  const name = decodeURIComponent(url.pathname.slice(1))
  const given = await useExternal(data, { DATABASE_OWNER_URL: url.href })
  const urlsOf = (database) => ({
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, withDatabase(value, database)])),
    DATABASE_ADMIN_URL: withDatabase(url, database),
  })
  const remove = () =>
    withClient(url.href, async (client) => {
      for (const one of [`${name}_template`, `${name}_copy`])
        await client.query(`DROP DATABASE IF EXISTS "${one}" WITH (FORCE)`)
    })
  await remove()
  onStop(remove)
  step(`The tests use the server at ${url.host}`)
  return { secrets: secretsIn(data.folder), name, maintenance: url.href, urlsOf }
}
