import { ace } from './ace.js'
import { catalogueFolder, TAKING_OVER } from './demo.js'
import { step } from './say.js'
import { watchFolders } from './watch_folders.js'

/** While a procedure is being written: what changed in the catalogue is published and offered by the demo towns at once. */
export function watchCatalogue(env) {
  let turn = Promise.resolve()
  const takeOver = async () => {
    step(TAKING_OVER)
    // What does not compile has been said by the command; the towns keep the versions that they have.
    await ace(['demo:seed'], env, TAKING_OVER).then(
      () => step('The demo towns offer it'),
      () => {}
    )
  }
  watchFolders([catalogueFolder(env)], () => (turn = turn.then(takeOver)))
}
