import { fixedImprint } from '#documents/domain/make_imprint'
import type { Letterhead } from '#documents/domain/imprint'
import { writingOf } from '#documents/queries/writing'
import { Stamp } from '#documents/stamp/stamp'
import { officeAddress } from '#tenancy/queries/office_address'
import type { Language, Town } from '#tenancy/types'

/** A stamp holds its rendered pages, some hundred kilobytes: a process keeps this many. */
const MOST = 300
const kept = new Map<string, Promise<Stamp>>()

export const verifyAddress = (town: Town) => `${officeAddress(town)}/verify`

/** The head of a town's documents. */
export function letterheadOf(town: Town, language: string): Letterhead {
  const { settings } = town
  const nif = town.taxNumber ? ` · NIF ${town.taxNumber}` : ''
  return {
    name: settings.council?.[language as Language] ?? town.name,
    lines: [`${settings.office.address}${nif}`, officeAddress(town)],
    colour: settings.colours.brandDark,
  }
}

/** The stamp of a town and language: rendered once a process, again when the town's head changes. */
export function stampOf(town: Town, language: string): Promise<Stamp> {
  const letterhead = letterheadOf(town, language)
  const key = `${town.id} ${language} ${JSON.stringify(letterhead)}`
  const held = kept.get(key)
  if (held) return held
  const imprint = fixedImprint(verifyAddress(town), writingOf(town, language))
  const stamp = Stamp.of({ letterhead, imprint, language })
  kept.set(key, stamp)
  stamp.catch(() => kept.delete(key))
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
  return stamp
}
