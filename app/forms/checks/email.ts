const LOCAL = /^[^\s@"(),:;<>[\\\]]+$/
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u

/**
 * Whether a text can be an address that mail reaches: one `@`, a domain with a dot, the lengths of
 * RFC 5321. Quoted names and bare machines are left out: nobody writes them at a counter.
 */
export function isEmail(text: string): boolean {
  const [local, domain, ...more] = text.split('@')
  if (!local || !domain || more.length > 0) return false
  if (text.length > 254 || local.length > 64 || !LOCAL.test(local)) return false
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false
  const labels = domain.split('.')
  return labels.length > 1 && labels.every((label) => label.length <= 63 && LABEL.test(label))
}
