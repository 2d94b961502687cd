import type { Json } from '#core/json'
import type { FeelType, TypeEnvironment } from '#expressions/index'
import { type DatedValue, inForce, type TownNames } from '#fees/index'
import { KINDS } from '#catalogue/domain/seams/kinds'
import type { Seam } from '#catalogue/domain/seams/types'

/** What every document may say of its town, whatever the procedure leaves open. */
export const TOWN_FACTS = ['name', 'officeName', 'council', 'taxNumber'] as const

/** The first day of all. */
export const ALWAYS = '0001-01-01'

/** What expressions read: texts are words for people, and nothing hangs on them. */
const typesOf = (seams: Seam[]): TypeEnvironment =>
  Object.fromEntries(
    seams.filter(({ kind }) => kind !== 'text').map(({ id, kind }) => [id, KINDS[kind].type] as const)
  )

/** What holds where no town has said anything. */
export const defaultsOf = (seams: Seam[]): Record<string, DatedValue[]> =>
  Object.fromEntries(
    seams.map(({ id, default: value }) => [id, value === undefined ? [] : [{ from: ALWAYS, value }]])
  )

/** The single values that a procedure leaves open, as expressions know them. */
export const townNames = (seams: Seam[]): TownNames => ({ types: typesOf(seams), values: defaultsOf(seams) })

/** `town`, where anything is left open; else no such name, so that `town.x` is a fault and never a silent null. */
export function townEnvironment(seams: Seam[]): TypeEnvironment {
  const types = typesOf(seams)
  return Object.keys(types).length > 0 ? { town: { context: types } } : {}
}

/** `town` as documents know it: who the town is, and what it has filled in. */
export const townOfDocuments = (seams: Seam[]): FeelType => ({
  context: Object.fromEntries(
    [...TOWN_FACTS, ...seams.map(({ id }) => id)].map((name) => {
      const seam = seams.find(({ id }) => id === name)
      return [name, seam ? KINDS[seam.kind].type : ('string' as FeelType)]
    })
  ),
})

/** What holds on a day, for forms and for the case, which keeps it; nothing where nothing is left open. */
export const townOn = (
  { seams, values }: { seams: Seam[]; values: Record<string, DatedValue[]> },
  day: string
): { town?: Record<string, Json> } => (seams.length > 0 ? { town: inForce(values, day) } : {})
