import canonicalize from 'canonicalize'

/** The RFC 8785 form of plain data: the bytes that digests and signatures are made over. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only plain data has a canonical form')
  return text
}
