import type { Json } from '#core/json'
import { masked } from '#exchange/domain/masked'
import { sameName } from '#exchange/domain/same_name'
import type { Asked } from '#exchange/domain/services'

/** Somebody as the population register has them (Law 7/1985, art. 16.2). */
interface Resident {
  identifier: string | null
  name: string
  bornOn: string
  registeredOn: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

const residentIn = (value: Json | undefined): Resident | null => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const { identifier = null, name, bornOn, registeredOn } = value
  if (typeof name !== 'string' || !name) return null
  if (typeof bornOn !== 'string' || !DATE.test(bornOn)) return null
  if (typeof registeredOn !== 'string' || !DATE.test(registeredOn)) return null
  return { identifier: typeof identifier === 'string' ? identifier : null, name, bornOn, registeredOn }
}

const isMinor = ({ bornOn }: Resident, on: string): boolean =>
  `${Number(on.slice(0, 4)) - 18}${on.slice(4)}` < bornOn

/**
 * `residence`: where somebody is registered as living and since when and, for a household, who lives there with them.
 * Of the others no more is kept than tells who they are: the name, the year of birth, of adults the middle of their
 * identity number, of minors no number at all. Whoever may ask for a household knows them; whoever reads the slip
 * needs no more (GDPR, art. 5.1.c).
 */
export function keepResidence(
  data: Record<string, Json>,
  { subject, scope, on }: Asked
): Record<string, Json> | null {
  const person = residentIn(data['person'])
  const { address, members = [] } = data
  if (!person || typeof address !== 'string' || !address || !Array.isArray(members)) return null
  const others = members.map(residentIn)
  if (others.some((other) => other === null)) return null
  const told = (resident: Resident, identifier: string | null) => ({
    name: resident.name,
    identifier,
    born: resident.bornOn.slice(0, 4),
    registeredOn: resident.registeredOn,
  })
  return {
    name: person.name,
    nameAgrees: sameName(person.name, subject.name),
    address,
    registeredOn: person.registeredOn,
    members:
      scope === 'person'
        ? []
        : [
            told(person, subject.identifier),
            ...(others as Resident[]).map((other) =>
              told(other, isMinor(other, on) ? null : masked(other.identifier))
            ),
          ],
  }
}
