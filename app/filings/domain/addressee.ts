import type { Body, Language, Town, Unit } from '#tenancy/types'

/** Whom a filing is addressed to (Law 39/2015, art. 66.1.f): the pages, the receipt and the book say the same. */
export const addresseeOf = (
  { unit, body, town }: { unit: Unit | null; body: Body | null; town: Town },
  language: string
): string => unit?.name[language as Language] ?? body?.name[language as Language] ?? town.name
