/** What a refusal of the database means to the one who asked. */
export function statusOfSqlState(code: string | undefined): number | null {
  if (!code || !/^[0-9A-Z]{5}$/.test(code)) return null
  if (code.startsWith('22')) return 422
  if (code === '23505') return 409
  if (['40001', '40P01', '55P03'].includes(code)) return 503
  if (code === '53100') return 507
  if (code === '53300' || code.startsWith('57P0') || code.startsWith('08')) return 503
  return null
}
