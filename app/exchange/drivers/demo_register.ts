import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EvidenceAnswer, EvidenceQuery, EvidenceSource } from '#exchange/contract'
import type { Town } from '#tenancy/types'

interface Person {
  identifier: string | null
  name: string
  bornOn: string
  registeredOn: string
}

/** A sheet of the register: who lives in one dwelling. */
export interface Dwelling {
  address: string
  people: Person[]
}

/** What a test has the register of a town do. */
export interface Play {
  dwellings?: Dwelling[]
  unavailable?: boolean
  delayMs?: number
  refuses?: string
}

/**
 * A population register with nobody in it: the fictional persons of the demonstration, in `<folder>/<town>.json`. For
 * towns that are marked demo, and for no other. It can be told to be slow, shut or full of other people.
 */
export class DemoRegister implements EvidenceSource {
  readonly name = 'demo_register'
  readonly services = ['residence'] as const
  readonly #played = new Map<string, Play>()

  constructor(private readonly folder: string) {}

  available = ({ demo }: { demo: boolean }) => demo

  play(townId: string, play: Play | null): void {
    if (play) this.#played.set(townId, play)
    else this.#played.delete(townId)
  }

  async ask(
    town: Pick<Town, 'id' | 'slug'>,
    { id, subject, scope }: EvidenceQuery,
    signal: AbortSignal
  ): Promise<EvidenceAnswer> {
    const { dwellings, unavailable, delayMs = 0, refuses } = this.#played.get(town.id) ?? {}
    if (delayMs > 0) await sleep(delayMs, null, { signal })
    if (unavailable) throw new Error('the register is shut')
    const reference = `PMH-${id}`
    if (refuses) return { outcome: 'refused', reference, reason: refuses }
    const sheets = dwellings ?? (await this.#sheetsOf(town.slug))
    const found = sheets.flatMap((dwelling) =>
      dwelling.people
        .filter(({ identifier }) => identifier === subject.identifier)
        .map((person) => ({ dwelling, person }))
    )
    const [only] = found
    if (!only) return { outcome: 'not_found', reference }
    if (found.length > 1) return { outcome: 'several', reference }
    const { person, dwelling } = only
    const members = scope === 'household' ? dwelling.people.filter((other) => other !== person) : []
    const data = { person, address: dwelling.address, members }
    return { outcome: 'found', reference, data: JSON.parse(JSON.stringify(data)) }
  }

  async #sheetsOf(slug: string): Promise<Dwelling[]> {
    try {
      return JSON.parse(await readFile(join(this.folder, `${slug}.json`), 'utf8')).dwellings
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return []
      throw error
    }
  }
}
