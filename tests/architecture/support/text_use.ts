import type { Source } from './sources.js'

const LITERAL = /'([\w.-]+)'|"([\w.-]+)"/g
const TEMPLATE = /`((?:[^`\s$]|\$\{[^`{}]*\})+)`/g
/** `'portal.errors.' + kind + '.title'`, as views write it. */
const JOINED = /'([\w.-]+\.)' \+ [\w.()[\]?]+(?: \+ '(\.[\w.-]+)')?/g
const HOLE = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g

/** Pages of the desk and fields of forms say their keys without the room. */
const SHORT = /^resources\/js\//
const SHORT_FOR = ['desk', 'forms']

/** How the code calls texts: whole keys, and keys with holes in which something stands at run time. */
interface Calls {
  literals: Set<string>
  patterns: RegExp[]
  /** What is put together to stand in a hole (`entry_${fault}`, `${kind}.${code}`). */
  parts: RegExp[]
  words: Set<string>
}

const escaped = (text: string) => text.replace(/[.*+?^()|[\]\\-]/g, '\\$&')

const withHoles = (text: string, hole: string) => new RegExp(`^${text.split(HOLE).map(escaped).join(hole)}$`)

function callsIn(files: Source[], vocabulary: string[]): Calls {
  const literals = new Set<string>()
  const templates = new Set<string>()
  for (const { path, text } of files) {
    const whole = (key: string) => [
      key,
      ...(SHORT.test(path) ? SHORT_FOR.map((room) => `${room}.${key}`) : []),
    ]
    for (const [, single, double] of text.matchAll(LITERAL))
      for (const key of whole((single ?? double)!)) literals.add(key)
    for (const [, template] of text.matchAll(TEMPLATE)) for (const key of whole(template!)) templates.add(key)
    for (const [, before, after = ''] of text.matchAll(JOINED))
      for (const key of whole(`${before}\${x}${after}`)) templates.add(key)
  }
  const holed = [...templates].filter((text) => text.includes('${'))
  const fixed = (text: string) => /[\w-]{2,}/.test(text.replace(HOLE, ''))
  return {
    literals,
    patterns: holed
      .filter((text) => text.includes('.') && fixed(text))
      .map((text) => withHoles(text, '(.+)')),
    parts: holed.filter(fixed).map((text) => withHoles(text, '([\\w-]+)')),
    words: new Set([
      ...files.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []),
      ...vocabulary.flatMap((text) => text.match(/[\w.-]+/g) ?? []),
    ]),
  }
}

/**
 * The keys that nothing calls. A key is called by its whole name, or by a name with holes if what would have
 * to stand in each hole is a word of the code or of the vocabulary (schemas, towns).
 */
export function unused(keys: string[], files: Source[], vocabulary: string[] = []): string[] {
  const { literals, patterns, parts, words } = callsIn(files, vocabulary)
  const stands = (text: string) =>
    words.has(text) ||
    literals.has(text) ||
    parts.some((part) =>
      part
        .exec(text)
        ?.slice(1)
        .every((word) => words.has(word))
    )
  const called = (key: string) =>
    literals.has(key) || patterns.some((pattern) => pattern.exec(key)?.slice(1).every(stands))
  return keys.filter((key) => !called(key))
}

const CALL = /(?<![\w.])(?:[\w$]+\.)*(?:t|translate)\(\s*(?:'([\w.-]+)'|`([^`\s]+)`)(\s*\+)?/g

/** The calls for a text that nobody wrote. */
export function missing(keys: string[], files: Source[]): string[] {
  const known = new Set(keys)
  const rooms = new Set(keys.map((key) => key.split('.')[0]!))
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(CALL)]
      .filter(([, literal, template, joined]) => {
        const asked = literal ? `${literal}${joined ? '${x}' : ''}` : template!
        const short = SHORT.test(path)
        const room = asked.split('.')[0]!
        // A helper that knows the rest of the key, or a room that only run time knows.
        if (!asked.includes('.') || (!short && !rooms.has(room))) return false
        const candidates = short ? [asked, ...SHORT_FOR.map((name) => `${name}.${asked}`)] : [asked]
        return !candidates.some((one) =>
          one.includes('${') ? keys.some((key) => withHoles(one, '.+').test(key)) : known.has(one)
        )
      })
      .map(([, literal, template]) => `${path}: ${literal ?? template}`)
  )
}
