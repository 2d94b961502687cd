import type { CompiledField, CompiledForm } from '#forms/types'

/** The fields of a form as its pages ask for them: an object that has been through the database has its keys in another order. */
export const fieldsOf = ({ pages, fields }: Pick<CompiledForm, 'pages' | 'fields'>): CompiledField[] =>
  pages.flatMap((page) => page.fields.flatMap((name) => fields[name] ?? []))
