const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** A name as the `Host` of a request has it, without port; null for what can be no name of an office. */
export function hostName(text: string): string | null {
  const name = text.trim().toLowerCase().replace(/\.$/, '')
  const labels = name.split('.')
  const numeric = /^\d+$/.test(labels.at(-1) ?? '')
  return name.length <= 253 && !numeric && labels.every((label) => LABEL.test(label)) ? name : null
}
