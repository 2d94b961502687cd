import { isLostConnection } from '#core/lost_connection'

/** What a refusal of the database means to the one who asked; null where it was no refusal of the database. */
export function statusOfDatabaseError(error: unknown): number | null {
  if (isLostConnection(error)) return 503
  const code = String((error as { code?: unknown } | null)?.code)
  if (!/^[0-9A-Z]{5}$/.test(code)) return null
  if (code.startsWith('22')) return 422
  if (code === '23505') return 409
  if (['40001', '40P01', '55P03'].includes(code)) return 503
  return code === '53100' ? 507 : null
}
