/** Runs the bench inside the booted application: `bin/bench.ts [road|scale|receipt|middleware|payment|engine] ...`. */
import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { APP_ROOT, importer } from './support/app_root.js'

const app = new Ignitor(APP_ROOT, { importer })
  .tap((booting) => {
    booting.booting(async () => {
      await import('#start/env')
    })
  })
  .createApp('console')

try {
  await app.init()
  await app.boot()
  await app.start(async () => {
    const { bench } = await import('#tests/bench/main')
    await bench(process.argv.slice(2))
  })
} catch (error) {
  process.exitCode = 1
  await prettyPrintError(error)
} finally {
  await app.terminate()
  // Connections that are kept for the next question would keep this process.
  process.exit()
}
