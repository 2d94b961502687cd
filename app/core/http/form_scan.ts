import qs from 'qs'
import { pointerTo } from '#core/json'
import { faultOfText, type GateIssue, type Limits } from '#core/http/json_scan'

export type FormValue = string | FormValue[] | { [key: string]: FormValue }

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads a native form post: names with brackets become objects and lists, line ends become LF and
 * text NFC, since that is how people's browsers and keyboards differ and not what they meant.
 */
export function readForm(
  body: string,
  limits: Limits
): { value: Record<string, FormValue> } | { issue: GateIssue } {
  if ((body.match(/&/g)?.length ?? 0) >= limits.keys)
    return { issue: { code: 'E_TOO_MANY_KEYS', pointer: '', params: { limit: limits.keys } } }
  const issues: GateIssue[] = []
  const decoder = (text: string) => {
    const spaced = text.replaceAll('+', ' ')
    try {
      return decodeURIComponent(spaced)
    } catch {
      issues.push({ code: 'E_NOT_UTF8', pointer: pointerTo(spaced.slice(0, 40)), params: {} })
      return ''
    }
  }
  const parsed = qs.parse(body, {
    depth: 8,
    arrayLimit: 1000,
    parameterLimit: limits.keys,
    decoder,
    allowPrototypes: false,
    plainObjects: true,
  })
  const value = clean(parsed, '', issues) as Record<string, FormValue>
  return issues[0] ? { issue: issues[0] } : { value }
}

function clean(value: unknown, pointer: string, issues: GateIssue[]): FormValue {
  if (typeof value === 'string') {
    const text = value.replace(/\r\n?/g, '\n').normalize('NFC')
    const fault = faultOfText(text)
    if (fault) issues.push({ code: fault, pointer, params: {} })
    return text
  }
  if (Array.isArray(value)) return value.map((item, index) => clean(item, `${pointer}/${index}`, issues))
  const object: Record<string, FormValue> = {}
  for (const [key, item] of Object.entries((value ?? {}) as object)) {
    if (UNSAFE.has(key)) continue
    const fault = faultOfText(key)
    if (fault) issues.push({ code: fault, pointer, params: {} })
    object[key] = clean(item, `${pointer}${pointerTo(key)}`, issues)
  }
  return object
}
