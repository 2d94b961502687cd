const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' }

/** The text between the quotes, with its escapes resolved; `\d` is none, and stays for the pattern it is part of. */
export const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gsu,
      (whole: string, four?: string, six?: string, one?: string) => {
        if (one !== undefined) return ESCAPES[one] ?? whole
        const point = parseInt(four ?? six ?? '0', 16)
        return point > 0x10ffff ? '\ufffd' : four ? String.fromCharCode(point) : String.fromCodePoint(point)
      }
    )
