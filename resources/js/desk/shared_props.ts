/** What the server shares with every page of the desk (see `config/inertia.ts`). */
export interface DeskProps {
  [key: string]: unknown
  /** The town at whose desk the officer sits. */
  town: { council: string; logoUrl: string; demo: boolean }
  /** Null on the sign-in page. `lastAccess` is ready to read, in the officer's language. */
  officer: { name: string; unit: string; lastAccess: string | null } | null
  lang: string
  /** This page in each language. */
  languages: { code: string; name: string; href: string }[]
  /** The doors this officer may open: `name` has its text at `layout.doors.<name>`. */
  doors: { name: string; href: string; count?: number }[]
  /** The newest line of any case's history when this page was made; null for who sees no cases. */
  news: string | null
  /** Ready to read; the instant itself for machines. */
  officialTime: { text: string; iso: string; zone: string }
  /** What the last action did, said once. */
  flash: { tone: 'success' | 'danger' | 'info'; text: string } | null
}
