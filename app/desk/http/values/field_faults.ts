import type { Diagnostic } from '#core/diagnostic'
import { filledRows, type FieldFaults, type TypedRow } from '#desk/domain/values_form'
import type { Speech } from '#desk/http/speech'

const ROOMS = ['fees', 'catalogue']
const FIGURE = /^-?\d+(\.\d+)?$/

/** What a diagnostic says and asks for, with figures as people write them. */
export function diagnosticText({ code, params }: Diagnostic, { t, lang }: Speech): string {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && FIGURE.test(value) && lang !== 'en' ? value.replace('.', ',') : value,
    ])
  )
  for (const room of ROOMS) {
    const id = `${room}.diagnostics.${code}`
    const said = t(`${id}.problem`, shown)
    if (!said.includes(id)) return `${said} ${t(`${id}.remedy`, shown)}`
  }
  return code
}

/** The field of the form that a place of the values is filled in by. */
function fieldOf(pointer: string, rows: TypedRow[]): string {
  const parts = pointer.split('/').slice(4)
  const [part, index, member, column = 0] = parts
  if (part !== 'rows' && part !== 'brackets') return part === 'from' || part === 'article' ? part : 'value'
  const at = filledRows(rows)[Number(index)] ?? 0
  if (member === 'when') return `rows.${at}.when.${column}`
  return `rows.${at}.${member === 'upTo' || member === 'below' ? 'limit' : 'value'}`
}

/** What was refused, at the fields of the form that it is about. */
export const faultsAtFields = (diagnostics: Diagnostic[], rows: TypedRow[], speech: Speech): FieldFaults =>
  Object.fromEntries(
    diagnostics.map((one) => [fieldOf(one.pointer, rows), diagnosticText(one, speech)]).reverse()
  )
