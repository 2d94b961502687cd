const FORBIDDEN = /[\u0000-\u001f\u007f>%*&:;¿?/\\|"!<¡#•]/g

/**
 * The client's name of a file, as a label: without folders, without what the interchange of registers
 * forbids (SICRES), at most 80 characters, its extension kept.
 */
export function fileName(given: string): string {
  const base = given.normalize('NFC').toWellFormed().split(/[/\\]/).pop() ?? ''
  const clean = base.replace(FORBIDDEN, '_').replace(/\s+/g, ' ').replace(/^\.+/, '').trim() || 'document'
  if (clean.length <= 80) return clean
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : ''
  return clean.slice(0, 80 - extension.length) + extension
}
