import { formerOfficersOf, officersOf } from '#identity/queries/officers'
import { type Officer, type OfficerRole, ROLES } from '#identity/types'
import { TownCommand } from '#start/towns/town_command'
import { unitsOf } from '#tenancy/queries/bodies_and_units'
import type { Language, Town, Unit } from '#tenancy/types'

const splitAt = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** What the commands about employees share: whom and what they name, or null after saying what is wrong. */
export abstract class OfficerCommand extends TownCommand {
  protected async employee(town: Town, email: string): Promise<Officer | null> {
    const wanted = email.trim().toLowerCase()
    const by = (officers: Officer[]) => officers.find((one) => one.email === wanted) ?? null
    const officer = by(await officersOf(town.id))
    if (officer) return officer
    const gone = by(await formerOfficersOf(town.id))
    this.refuse(
      gone
        ? `${gone.name} (${wanted}) works in ${town.slug} no more. Hire them again with: node ace officer:hire ${town.slug} ${wanted}`
        : `Nobody with the address ${wanted} works in ${town.slug}. See who does with: node ace officer:list ${town.slug}`
    )
    return null
  }

  /** The roles of a list with commas. */
  protected rolesIn(text: string): OfficerRole[] | null {
    const names = splitAt(text)
    const unknown = names.filter((name) => !(ROLES as readonly string[]).includes(name))
    if (names.length > 0 && unknown.length === 0) return names as OfficerRole[]
    this.refuse(
      `${unknown.length > 0 ? `There is no role ${unknown.join(', ')}` : 'No role is named'}. Those that are: ${ROLES.join(', ')}.`
    )
    return null
  }

  /** The units of a list with commas, by their slugs. */
  protected async unitsIn(town: Town, text: string): Promise<Unit[] | null> {
    const all = await unitsOf(town.id)
    const names = splitAt(text)
    const unknown = names.filter((name) => !all.some(({ slug }) => slug === name))
    if (unknown.length === 0) return all.filter(({ slug }) => names.includes(slug))
    const known = all.map(({ slug }) => slug).join(', ') || 'none'
    this.refuse(`${town.slug} has no unit ${unknown.join(', ')}. Those that it has: ${known}.`)
    return null
  }

  /** `Alcaldesa` in every language of the town, or `ca:Alcaldessa` in one. */
  protected positionIn(town: Town, given: string[]): Partial<Record<Language, string>> {
    const of = given.map((text) => /^(?:(es|ca|en):)?(.*)$/s.exec(text)!)
    const said = (lang: Language) => of.findLast(([, one]) => one === lang) ?? of.find(([, one]) => !one)
    return Object.fromEntries(
      town.languages.flatMap((lang) => {
        const words = said(lang)?.[2]?.trim()
        return words ? [[lang, words]] : []
      })
    )
  }
}
