import type { Json } from '#core/json'
import { figuresOf } from '#core/locale'
import { readAnswer } from '#forms/index'
import { sourcesOf } from '#catalogue/domain/words/source'
import { type Tale, own, plainName } from '#catalogue/domain/words/tale'

/** What a condition asks about, as people know it, and how its values read. */
export interface Subject {
  name: string
  value(value: Json): string
}

/** Literals of the house's own vocabulary that conditions compare with. */
const HOUSE = [
  'signed',
  'refused',
  'paid',
  'expired',
  'cancelled',
  'accepted',
  'rejected',
  'delivered',
  'returned',
  'taken_back',
  'found',
  'not_found',
  'several',
  'objected',
  'approves',
  'dismisses',
]

/** Members of what activities and messages give whose name adds something to that of their element. */
const MEMBERS = ['onPaper', 'asked', 'number', 'total', 'lines', 'late', 'reason', 'paid', 'nameAgrees']

/** A value that no question reads: the house's words, figures as the language writes them, a text as it stands. */
export function plainValue({ t, lang }: Tale, value: Json): string {
  if (value === null) return t('catalogue.conditions.nothing')
  if (typeof value === 'boolean') return t(`catalogue.conditions.${value ? 'yes' : 'no'}`)
  if (typeof value === 'number') return figuresOf(lang).number(String(value))
  // of lists and contexts a trace keeps how much was in them
  if (typeof value !== 'string')
    return t('catalogue.conditions.items', {
      count: Array.isArray(value) ? value.length : Number(value['size'] ?? 1),
    })
  if (HOUSE.includes(value)) return t(`catalogue.conditions.values.${value}`)
  return /^-?\d+(\.\d+)?$/.test(value) ? figuresOf(lang).number(value) : value
}

/** A question of a form, with its answers as it reads them. */
function question(tale: Tale, formId: string, name: string): Subject | null {
  const form = tale.procedure.forms[formId]
  if (!form || !Object.hasOwn(form.fields, name)) return null
  const voice = { lang: tale.lang, texts: (id: string) => own(tale, id) ?? undefined, t: tale.t }
  const label = own(tale, `forms.${formId}.fields.${name}.label`) ?? name
  return {
    // “Teléfono (opcional)” is how it is asked
    name: label.replace(/\s*\([^()]*\)$/, ''),
    value: (value) => readAnswer(form, name, value, voice).join(', ') || plainValue(tale, value),
  }
}

/** What an element gave, by its name; by what of it, where there is more than one thing. */
function given(tale: Tale, element: string, members: string[]): Subject {
  const known = members.filter((member) => MEMBERS.includes(member))
  const what = known.map((member) => tale.t(`catalogue.conditions.members.${member}`)).join(', ')
  const name = plainName(tale, element)
  return { name: what ? `${name} (${what})` : name, value: (value) => plainValue(tale, value) }
}

/** Who or what `path` is about; `form` is the form that asks, where one does. `compared` picks the question that offers it. */
export function subjectOf(tale: Tale, path: string[], { form, compared }: Asked = {}): Subject {
  const [root = '', ...members] = path[0] === 'variables' ? path.slice(1) : path
  const plain = (name: string): Subject => ({ name, value: (value) => plainValue(tale, value) })
  const here = form && path[0] !== 'variables' ? question(tale, form, root) : null
  if (here) return here
  const called = own(tale, `variables.${root}`)
  if (called) return plain(called)
  if (root === 'answers')
    return question(tale, tale.procedure.sheet.submissionForm, members[0] ?? '') ?? plain(path.join('.'))
  if (root === 'town') return plain(own(tale, `seams.${members[0]}.title`) ?? path.join('.'))
  if (root === 'fee') return { ...given(tale, '', members), name: feeName(tale, members) }
  const sources = sourcesOf(tale.procedure, root)
  const asked = sources.flatMap((source) => (source.form ? [{ ...source, form: source.form }] : []))
  const offers = asked.find(
    ({ form: id, member }) => compared !== undefined && isOffered(tale, id, member, compared)
  )
  const task = offers ?? asked[0]
  const answered = task && question(tale, task.form, task.member)
  if (answered) return answered
  const [source] = sources
  return source ? given(tale, source.element, [source.member, ...members]) : plain(path.join('.'))
}

/** What people call a variable, or something of it: `answers.kind`. */
export const variableName = (tale: Tale, path: string): string => subjectOf(tale, path.split('.')).name

export interface Asked {
  form?: string
  compared?: Json
}

const isOffered = ({ procedure }: Tale, form: string, field: string, value: Json): boolean => {
  const { enum: options } = (procedure.forms[form]?.fields[field]?.schema ?? {}) as { enum?: Json[] }
  return options?.includes(value) ?? false
}

const feeName = ({ t }: Tale, members: string[]): string => {
  const known = members.find((member) => MEMBERS.includes(member))
  const fee = t('catalogue.conditions.fee')
  return known ? `${fee} (${t(`catalogue.conditions.members.${known}`)})` : fee
}
