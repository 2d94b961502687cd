import type { TextTree } from '#catalogue/domain/types'

export type Leaf = string | string[]

/** Every text of a tree by its id (`forms.review.pages.review.title`). */
export function leavesOf(tree: TextTree, prefix = ''): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  for (const [key, value] of Object.entries(tree)) {
    const id = prefix + key
    if (typeof value === 'string' || Array.isArray(value)) leaves.set(id, value)
    else for (const [inner, leaf] of leavesOf(value, `${id}.`)) leaves.set(inner, leaf)
  }
  return leaves
}

/** The text or list of texts with this id, or null. */
export function leafAt(tree: TextTree, id: string): Leaf | null {
  let here: TextTree | Leaf | undefined = tree
  for (const key of id.split('.')) {
    if (here === undefined || typeof here === 'string' || Array.isArray(here) || !Object.hasOwn(here, key))
      return null
    here = here[key]
  }
  return typeof here === 'string' || Array.isArray(here) ? here : null
}

/** A text that a procedure may have, in a language, or in the first language that has it; null if none has. */
export function ownText(texts: Record<string, TextTree>, lang: string, id: string): string | null {
  const trees = [texts[lang], ...Object.values(texts)]
  for (const tree of trees) {
    const leaf = tree ? leafAt(tree, id) : null
    if (typeof leaf === 'string') return leaf
  }
  return null
}

/** A text that it has; the id, should it not. */
export const textOf = (texts: Record<string, TextTree>, lang: string, id: string): string =>
  ownText(texts, lang, id) ?? id

/** A list of texts (`sheet.steps`) in a language; empty when there is none. */
export function listOf(texts: Record<string, TextTree>, lang: string, id: string): string[] {
  const leaf = texts[lang] ? leafAt(texts[lang], id) : null
  return Array.isArray(leaf) ? leaf : []
}

const HOLE = /\{\{([^{}]*)\}\}/g

/** The paths between double braces, trimmed, in order. */
export const holesOf = (leaf: Leaf): string[] =>
  [leaf].flat().flatMap((text) => [...text.matchAll(HOLE)].map((match) => (match[1] as string).trim()))
