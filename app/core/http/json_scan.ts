import { token } from '#core/json'

export interface Limits {
  bytes: number
  depth: number
  keys: number
}

export interface GateIssue {
  code: string
  pointer: string
  params: Record<string, string | number>
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const LITERAL = /true|false|null/y
const SPACE = /[ \t\n\r]*/y

class Refused extends Error {
  constructor(readonly issue: GateIssue) {
    super(issue.code)
  }
}

/**
 * Reads JSON once before anyone parses it, and finds what a parser would let through or change:
 * duplicate keys, numbers that are no safe integers (decimals travel as strings), text that a
 * database refuses, and more depth or keys than any form has. Null means clean.
 */
export function scanJson(text: string, limits: Limits): GateIssue | null {
  let at = 0
  let keys = 0

  const refuse = (code: string, pointer: string, params: GateIssue['params'] = {}): never => {
    throw new Refused({ code, pointer, params })
  }
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return null
    at = pattern.lastIndex
    return match[0]
  }
  const expect = (character: string, pointer: string) => {
    if (text[at] !== character) refuse('E_JSON_SYNTAX', pointer, { offset: at })
    at++
  }
  const string = (pointer: string): string => {
    const raw = take(STRING) ?? refuse('E_JSON_SYNTAX', pointer, { offset: at })
    const value: string = JSON.parse(raw)
    const fault = faultOfText(value)
    return fault ? refuse(fault, pointer) : value
  }

  const value = (pointer: string, depth: number): void => {
    if (depth > limits.depth) refuse('E_TOO_DEEP', pointer, { limit: limits.depth })
    take(SPACE)
    const first = text[at]
    if (first === '{') object(pointer, depth)
    else if (first === '[') array(pointer, depth)
    else if (first === '"') string(pointer)
    else if (!take(LITERAL)) number(pointer)
    take(SPACE)
  }
  const number = (pointer: string) => {
    const raw = take(NUMBER) ?? refuse('E_JSON_SYNTAX', pointer, { offset: at })
    if (!/^-?\d+$/.test(raw) || !Number.isSafeInteger(Number(raw)))
      refuse('E_NUMBER', pointer, { number: raw.slice(0, 40) })
  }
  const object = (pointer: string, depth: number) => {
    const seen = new Set<string>()
    at++
    take(SPACE)
    if (text[at] === '}') return void at++
    for (;;) {
      take(SPACE)
      const key = string(pointer)
      if (seen.has(key)) refuse('E_DUPLICATE_KEY', `${pointer}/${token(key)}`)
      if (++keys > limits.keys) refuse('E_TOO_MANY_KEYS', pointer, { limit: limits.keys })
      seen.add(key)
      take(SPACE)
      expect(':', pointer)
      value(`${pointer}/${token(key)}`, depth + 1)
      if (text[at] !== ',') break
      at++
    }
    expect('}', pointer)
  }
  const array = (pointer: string, depth: number) => {
    at++
    take(SPACE)
    if (text[at] === ']') return void at++
    for (let index = 0; ; index++) {
      if (++keys > limits.keys) refuse('E_TOO_MANY_KEYS', pointer, { limit: limits.keys })
      value(`${pointer}/${index}`, depth + 1)
      if (text[at] !== ',') break
      at++
    }
    expect(']', pointer)
  }

  try {
    value('', 0)
    if (at !== text.length) refuse('E_JSON_SYNTAX', '', { offset: at })
    return null
  } catch (error) {
    if (error instanceof Refused) return error.issue
    throw error
  }
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What a legal text may not carry: control characters but tab and new line, and half a character. */
export function faultOfText(value: string): 'E_CONTROL_CHARACTER' | 'E_LONE_SURROGATE' | 'E_NOT_NFC' | null {
  if (CONTROL.test(value)) return 'E_CONTROL_CHARACTER'
  if (!value.isWellFormed()) return 'E_LONE_SURROGATE'
  return value === value.normalize('NFC') ? null : 'E_NOT_NFC'
}
