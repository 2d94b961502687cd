import { crestAt } from '#documents/queries/crest'
import { fixedImprint } from '#documents/domain/make_imprint'
import type { Letterhead } from '#documents/domain/imprint'
import { writingOf } from '#documents/queries/writing'
import type { Stamp } from '#documents/stamp/stamp'
import { Stamps } from '#documents/stamp/stamps'
import { officeAddress } from '#tenancy/queries/office_address'
import type { Language, Town } from '#tenancy/types'

/** A stamp holds its rendered pages, some hundred kilobytes: a process keeps this many. */
const stamps = new Stamps(300)

export const verifyAddress = (town: Town) => `${officeAddress(town)}/verify`

/** The head of a town's documents. */
export function letterheadOf(town: Town, language: string): Letterhead {
  const { settings } = town
  const nif = town.taxNumber ? ` · NIF ${town.taxNumber}` : ''
  return {
    name: settings.council?.[language as Language] ?? town.name,
    lines: [`${settings.office.address}${nif}`, officeAddress(town)],
    colour: settings.colours.brandDark,
    crest: crestAt(settings.print),
  }
}

/** The stamp of a town and language: rendered once a process, again when the town's head changes. */
export function stampOf(town: Town, language: string): Stamp {
  const { crest, ...words } = letterheadOf(town, language)
  const letterhead = { ...words, crest }
  return stamps.for(`${town.id} ${language} ${town.settings.print} ${JSON.stringify(words)}`, () => ({
    letterhead,
    language,
    imprint: fixedImprint(verifyAddress(town), writingOf(town, language)),
  }))
}
