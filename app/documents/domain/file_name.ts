const FORBIDDEN = /[\u0000-\u001f\u007f>%*&:;¿?/\\|"!<¡#•]/g

/** Signs without a shape that turn or hide what follows: a name must not read as another. */
const DISGUISE = /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/**
 * The client's name of a file, as a label: without folders, without what the interchange of registers
 * forbids (SICRES), at most 80 characters, its extension kept.
 */
export function fileName(given: string): string {
  const base = given.normalize('NFC').toWellFormed().split(/[/\\]/).pop() ?? ''
  const plain = base.replace(DISGUISE, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ')
  const clean = plain.replace(/^\.+/, '').trim() || 'document'
  if (clean.length <= 80) return clean
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : ''
  return clean.slice(0, 80 - extension.length).replace(/[\ud800-\udbff]$/, '') + extension
}
