import ts from 'typescript'
import type { Source } from './sources.js'

/** Letters and words that the languages of the house have and code has not. */
const SPOKEN =
  /[áéíóúñçàèòïü¿¡]|\b(el|la|los|las|els|les|del|que|se|ha|hay|su|sus|para|por|con|una|amb|per|est[ea]|aquest[a]?)\b/i

/** Attributes that are read or heard. */
const READ = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label'])

const words = (text: string) => /\p{L}{2,}/u.test(text)
const spoken = (text: string) => /\p{L}/u.test(text) && SPOKEN.test(text) && /\s|[^\x20-\x7e]/.test(text)

/** Names of algorithms are the same in every language. */
const NAMES = ['SHA-256']

/** What a file says to people by itself, instead of calling for a text. */
export function userTexts({ path, text }: Source): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && words(node.text)) found.push(node.text.trim())
    else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (READ.has(node.name.getText()) && words(node.initializer.text)) found.push(node.initializer.text)
    } else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isTemplateHead(node)
    ) {
      if (spoken(node.text)) found.push(node.text.trim())
    }
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  return found.filter((one) => !NAMES.includes(one))
}
