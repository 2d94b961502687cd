/**
 * The grammar has no `range<T>`: after `instance of` it is given a list instead, of the same length, so that
 * every place stays where it is. What the type is, is read from the source itself.
 */
export const withoutRangeTypes = (source: string): string =>
  source.replace(/\binstance\s+of\s[^()[\]{}"]*/g, (found) => {
    const end = endOfType(found)
    return found.slice(0, end).replace(/\brange(?=\s*<)/g, 'list ') + found.slice(end)
  })

/** A comma that is not within angle brackets is no part of the type. */
function endOfType(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '<') depth++
    else if (text[index] === '>' && text[index - 1] !== '-') depth--
    else if (text[index] === ',' && depth === 0) return index
  }
  return text.length
}
