import { fileURLToPath } from 'node:url'

/** One source file as a clumsy hand could have changed it. */
export interface Mutant {
  /** From the root of the project. */
  file: string
  edits: { from: string; to: string }[]
}

const LOADER = fileURLToPath(new URL('./mutant_loader.js', import.meta.url))

/** What a process is given to run with a mutant; the processes that it starts run with it, too. */
export const mutantEnv = (mutant: Mutant) => ({ FINESTRA_MUTANT: JSON.stringify(mutant) })

/** Goes before every other argument of Node: the mutant is in place when the first module is read. */
export const mutantArgs = (env: NodeJS.ProcessEnv = process.env): string[] =>
  env.FINESTRA_MUTANT ? ['--import', LOADER] : []
