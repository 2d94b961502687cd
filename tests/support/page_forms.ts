export interface PageForm {
  action: string
  method: string
  multipart: boolean
  /** What the page has filled in. */
  fields: [name: string, value: string][]
  buttons: { name: string; value: string; text: string }[]
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

export const unescaped = (text: string) =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return match ? unescaped(match[1] ?? match[2] ?? '') : null
}

const has = (tag: string, name: string) => new RegExp(`\\s${name}(=|\\s|/?>)`, 'i').test(tag)

/** The words of a piece of a page. */
export const wordsIn = (html: string) =>
  unescaped(html.replace(/<(script|style)\b.*?<\/\1>/gs, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

/** The forms of a page, as a browser would send them untouched. */
export const formsIn = (page: string): PageForm[] =>
  [...page.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].map(([html]) => {
    const [head = ''] = /<form\b[^>]*>/.exec(html) ?? []
    return {
      action: attribute(head, 'action') ?? '',
      method: (attribute(head, 'method') ?? 'get').toUpperCase(),
      multipart: attribute(head, 'enctype') === 'multipart/form-data',
      fields: fieldsIn(html),
      buttons: [...html.matchAll(/(<button\b[^>]*>)(.*?)<\/button>/gs)].map(([, tag = '', text = '']) => ({
        name: attribute(tag, 'name') ?? '',
        value: attribute(tag, 'value') ?? '',
        text: wordsIn(text),
      })),
    }
  })

function fieldsIn(html: string): [string, string][] {
  const fields: [string, string][] = []
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const [type, name] = [attribute(tag, 'type') ?? 'text', attribute(tag, 'name')]
    if (!name || ['submit', 'file', 'button'].includes(type)) continue
    if (['radio', 'checkbox'].includes(type) && !has(tag, 'checked')) continue
    fields.push([name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : '')])
  }
  for (const [, tag = '', text = ''] of html.matchAll(/(<textarea\b[^>]*>)(.*?)<\/textarea>/gs))
    fields.push([attribute(tag, 'name') ?? '', unescaped(text).replace(/^\n/, '')])
  for (const [, tag = '', options = ''] of html.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = [...options.matchAll(/<option\b[^>]*>/g)].find(([option]) => has(option, 'selected'))
    fields.push([attribute(tag, 'name') ?? '', chosen ? (attribute(chosen[0], 'value') ?? '') : ''])
  }
  return fields
}
