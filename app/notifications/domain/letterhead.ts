import type { Language, Town } from '#tenancy/types'

/** Whose mail it is, as a reader knows the town from its pages: its name, its colour and its arms. */
export interface Letterhead {
  officeName: string
  council: string
  /** White text stands on it: the town's own dark colour, whose contrast is checked. */
  colour: string
  /** Where its coat of arms is; null where it has none. */
  crest: string | null
}

export function letterheadOf(
  { name, settings }: Pick<Town, 'name' | 'settings'>,
  language: string
): Letterhead {
  const lang = language as Language
  return {
    officeName: settings.officeName[lang] ?? name,
    council: settings.council[lang] ?? name,
    colour: settings.colours.brandDark,
    crest: settings.print || null,
  }
}
