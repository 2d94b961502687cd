import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/** Preloaded: reads one source file otherwise than it stands, and touches no file. FINESTRA_MUTANT says how. */
const { file, edits } = JSON.parse(process.env.FINESTRA_MUTANT)

if (isMainThread) register(import.meta.url)

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context)
  if (!url.endsWith(`/${file}`)) return loaded
  const source = edits.reduce((text, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`the mutant does not fit ${file} any more: ${from}`)
    return text.replace(from, () => to)
  }, String(loaded.source))
  return { ...loaded, source }
}
