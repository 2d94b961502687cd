import { type Diagnostic, problem, warning } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { Check, Context } from '#catalogue/domain/check/context'
import { SEAMS } from '#catalogue/domain/files'
import { valueFault } from '#catalogue/domain/seams/kinds'
import { TOWN_FACTS } from '#catalogue/domain/seams/town_names'
import type { Seam } from '#catalogue/domain/seams/types'
import { holesOf, leavesOf } from '#catalogue/domain/texts'

const place = (...at: (string | number)[]) => ({ file: SEAMS, pointer: pointerTo('values', ...at) })

/** A name means one thing: `town` has some of its own. */
function names(seams: Seam[]): Diagnostic[] {
  const taken = new Set<string>(TOWN_FACTS)
  return seams.flatMap(({ id }, i) => {
    const twice = taken.has(id)
    taken.add(id)
    return twice ? [problem('SEAM_REPEATED', { ...place(i, 'id'), params: { id } })] : []
  })
}

/** Either the town must say it, or something holds where it doesn't; a text may stay unsaid. */
function beginnings(seam: Seam, i: number): Diagnostic[] {
  const { id, kind, required = false, default: value } = seam
  if (kind === 'text' && value !== undefined)
    return [problem('SEAM_TEXT_DEFAULT', { ...place(i, 'default'), params: { id } })]
  if ((value !== undefined) === required && !(kind === 'text' && value === undefined))
    return [problem('SEAM_DEFAULT', { ...place(i), params: { id } })]
  return value === undefined ? [] : valueFault(seam, value, place(i, 'default'))
}

/** What a kind has no use for is a slip of its author. */
const MEMBERS = {
  options: ['choice'],
  longest: ['text'],
  minimum: ['number', 'money', 'percent'],
  maximum: ['number', 'money', 'percent'],
  decimals: ['number', 'money', 'percent'],
  unit: ['number'],
} as const satisfies Partial<Record<keyof Seam, readonly Seam['kind'][]>>

function members(seam: Seam, i: number): Diagnostic[] {
  const { id, kind } = seam
  const strange = Object.entries(MEMBERS)
    .filter(
      ([member, kinds]) => seam[member as keyof Seam] !== undefined && !kinds.some((one) => one === kind)
    )
    .map(([member]) => problem('SEAM_MEMBER', { ...place(i, member), params: { id, kind, member } }))
  if (kind === 'choice' && !seam.options)
    strange.push(problem('SEAM_OPTIONS', { ...place(i), params: { id } }))
  return strange
}

/** Everything that may speak of a town's values, as text: a seam that none of it names is read by nobody. */
function unused(context: Context): Diagnostic[] {
  const { seams, sources } = context
  const holes = new Set(
    [...context.texts.values()].flatMap((tree) => [...leavesOf(tree).values()].flatMap(holesOf))
  )
  return seams.flatMap(({ id, shows }, i) => {
    const named = new RegExp(`\\btown\\.${id}\\b`)
    if (shows || holes.has(`town.${id}`) || sources.some((text) => named.test(text))) return []
    return [warning('SEAM_UNUSED', { ...place(i, 'id'), params: { id } })]
  })
}

/** What a town is asked to fill in can be filled in, and is read. */
export const checkSeams: Check = (context) => {
  const { seams, forms } = context
  const hidden = [...forms].filter(([, { fields }]) => seams.length > 0 && Object.hasOwn(fields, 'town'))
  return [
    ...names(seams),
    ...seams.flatMap(beginnings),
    ...seams.flatMap(members),
    ...hidden.map(([id]) =>
      problem('SEAM_HIDDEN', { file: `forms/${id}.schema.json`, pointer: '/properties/town' })
    ),
    ...unused(context),
  ]
}
