/** Imported by the commands of an operator: what `.env` says counts for them too; the shell goes first. */
import { existsSync } from 'node:fs'
import { inRoot } from './paths.js'

// Node below 20.12 can't read it: then the pinned Node does, which runs the same command again.
if (existsSync(inRoot('.env'))) process.loadEnvFile?.(inRoot('.env'))
