import { supervise } from '../supervisor.js'
import { buildAssets } from './assets.js'
import { behindTheDoor } from './demo.js'
import { openHouse } from './open_house.js'
import { paragraph, step } from './say.js'

/** Where people find the house, in the words of a browser. */
export const publicAddress = ({ host, port }) => {
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${name}${port === 80 ? '' : `:${port}`}/`
}

/** Production mode: everything under the web processes, then these. */
export async function serve(at) {
  const { env, folder } = await openHouse('production', at, buildAssets)
  step('Starting two web processes and the worker')
  const told = await behindTheDoor(env, folder)
  await supervise(env, { folder, at })
  step(`Finestra is open at ${process.env.PUBLIC_URL || publicAddress(at)} (stop with Ctrl-C)`)
  paragraph(told)
}
