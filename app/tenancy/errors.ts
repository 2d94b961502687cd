import { Exception } from '@adonisjs/core/exceptions'

/** A query without a town, or across two. It is a bug with an alarm, never an empty list. */
export class NoTenantError extends Exception {
  static override status = 500
  static override code = 'E_NO_TENANT'
}

/** No town answers on this host. */
export class UnknownHostError extends Exception {
  static override status = 404
  static override code = 'E_UNKNOWN_HOST'
}
