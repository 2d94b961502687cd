import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { houseServer } from '../start/http_server.js'
import { APP_ROOT, importer } from './support/app_root.js'

let open = false

new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    // A boot goes on under a stop and then stands open: before the first request there is nothing to put away.
    app.listen('SIGTERM', () => (open ? app.terminate() : process.exit()))
    app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
  })
  .httpServer()
  .start((handler) => houseServer(handler))
  .then(() => process.send?.('ready'))
  .then(() => {
    open = true
    process.send?.('ready')
  })
  .catch((error) => {
    process.exitCode = 1
    process.send?.({ failed: error.message })
    prettyPrintError(error)
  })
