import { uuidv7 } from '#core/ids'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { TABLES, type Pattern, type Table } from '#tests/bench/floor/tables'

const OWN =
  /"(?:[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{24})"/g

/** The ids and codes that a filing has of its own, its draft's first. */
export function ownOf(pattern: Pattern, key: string, kept: string[]): string[] {
  const found = [...JSON.stringify(pattern).matchAll(OWN)].map(([quoted]) => quoted.slice(1, -1))
  return [...new Set([key, ...found])].filter((name) => !kept.includes(name))
}

/** The rows of one filing as the insides of JSON arrays, and the code of its receipt. */
export interface FloorFiling {
  key: string
  code: string
  rows: Record<Table, string>
}

/**
 * A pattern cut where its own ids and codes stand, so that the rows of another filing are joined text: the
 * least work that can make them. What belongs to the town and the person stays as it is.
 */
export class FloorRows {
  readonly #own: string[] = []
  readonly #pieces = {} as Record<Table, { text: string[]; own: number[] }>
  /** The columns that a row of each table has; none where a filing writes none. */
  readonly columns = {} as Record<Table, string[]>

  constructor(pattern: Pattern, key: string, kept: string[]) {
    this.#own = ownOf(pattern, key, kept)
    for (const table of TABLES) {
      this.columns[table] = Object.keys(pattern[table][0] ?? {})
      const whole = JSON.stringify(pattern[table]).slice(1, -1)
      const splitter = new RegExp(`(${this.#own.join('|')})`)
      const parts = whole.split(splitter)
      this.#pieces[table] = {
        text: parts.filter((_, i) => i % 2 === 0),
        own: parts.filter((_, i) => i % 2 === 1).map((name) => this.#own.indexOf(name)),
      }
    }
  }

  /** The rows of the filing whose draft has this id. */
  of(key: string): FloorFiling {
    let code = ''
    const own = this.#own.map((name, at) => {
      if (at === 0) return key
      if (name.length === 36) return uuidv7()
      return (code = newVerificationCode(Date.now()))
    })
    const rows = {} as Record<Table, string>
    for (const table of TABLES) {
      const { text, own: places } = this.#pieces[table]
      let made = text[0]!
      for (let i = 0; i < places.length; i += 1) made += own[places[i]!]! + text[i + 1]!
      rows[table] = made
    }
    return { key, code, rows }
  }
}
