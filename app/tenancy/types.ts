export type Language = 'es' | 'ca' | 'en'

/** A short text in each language of the town. */
export type Texts = Record<Language, string>

/** What is particular to a town's electronic office and is neither law nor procedure. */
export interface TownSettings {
  /** `#rrggbb`; `tint` is a pale ground for text. Their contrasts are checked (`domain/contrast.ts`). */
  colours: { brand: string; brandDark: string; accent: string; tint: string }
  /** The council's full name, as the head of every page shows it. */
  council: Texts
  /** The coat of arms as source paths: SVG for pages, PNG for printed documents. */
  logo: string
  print: string
  officeName: Texts
  /** How drafts are kept, where it is otherwise than usual: days, days before, and how many a person may have. */
  drafts?: { keptDays?: number; warnedDays?: number; most?: number }
  /** The act that created the electronic office, and who answers for it (RD 203/2021, art. 10). */
  office: {
    responsibleBody: Texts
    creation: Texts
    address: string
    phone: string
    email: string
    dataProtection: string
    openingHours: Texts
  }
  /** Under which licence open data may be used again, by its address (Law 37/2007). */
  licence?: string
  /** Whether whoever drafted a document may sign it, too; they may unless the town says otherwise. */
  signatures?: { byDrafter: 'allowed' | 'refused' }
}

/** A municipality: the tenant. */
export interface Town {
  id: string
  slug: string
  name: string
  ineCode: string | null
  directoryCode: string | null
  taxNumber: string | null
  population: number
  timeZone: string
  languages: Language[]
  demo: boolean
  isDefault: boolean
  hosts: string[]
  settings: TownSettings
}

export interface Body {
  id: string
  role: string
  name: Texts
  holder: string | null
  directoryCode: string | null
  /** Where it sits, if that has closed days of its own. */
  seat: string | null
}

export interface Unit {
  id: string
  slug: string
  name: Texts
  directoryCode: string | null
  roles: string[]
  bodyId: string | null
  /** As that of its body, if it is another. */
  seat: string | null
}

/** A place whose closed days count beside those of the electronic office (Law 39/2015, art. 30.6). */
export interface Seat {
  slug: string
  name: Texts
  /** In ISO 3166-2: whose usual days it closes. */
  region: string | null
}
