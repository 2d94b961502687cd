import { watch } from 'node:fs'
import { ace } from './ace.js'
import { catalogueFolder, TAKING_OVER } from './demo.js'
import { onStop } from './lifecycle.js'
import { step } from './say.js'

/** Editors write a file in several steps. */
const SETTLED_MS = 300

/** While a procedure is being written: what changed in the catalogue is published and offered by the demo towns at once. */
export function watchCatalogue(env) {
  let timer = null
  let turn = Promise.resolve()
  const takeOver = async () => {
    step(TAKING_OVER)
    // What does not compile has been said by the command; the towns keep the versions that they have.
    await ace(['demo:seed'], env, TAKING_OVER).then(
      () => step('The demo towns offer it'),
      () => {}
    )
  }
  const watcher = watch(catalogueFolder(env), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => (turn = turn.then(takeOver)), SETTLED_MS)
  })
  onStop(() => (clearTimeout(timer), watcher.close()))
}
