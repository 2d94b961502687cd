import { BUILTINS } from '#expressions/builtins/index'
import { functionType } from '#expressions/functions'
import { conditioned, isExternal } from '#expressions/parse/builders/conditioned'
import { refuseBeyond } from '#expressions/parse/beyond'
import { type Building, type Builder, Refused } from '#expressions/parse/builder'
import type { Piece } from '#expressions/parse/piece'
import type { Node } from '#expressions/tree'

interface Given {
  places: (Piece | undefined)[]
  labels?: string[]
}

function call(piece: Piece, name: string, build: Building): Node {
  const own = functionType(build.functions, name)
  const signatures = own ? [own] : BUILTINS.get(name)
  if (!signatures)
    throw new Refused(isName(piece) ? 'FUNCTION_UNKNOWN' : 'FUNCTION_COMPUTED', piece.at, { name })
  const named = piece.all('NamedParameters')[0]
  const { places, labels } = named ? placed(named, name, signatures) : positional(piece)
  const ordered = own ? null : conditioned(name, places, build)
  if (ordered) return ordered
  const { at } = piece
  const args = places.map((place): Node => (place ? build.node(place) : { op: 'literal', value: null, at }))
  if (own) return { op: 'apply', name, args, at }
  refuseBeyond(name, args, at)
  return { op: 'call', name, args, ...(labels && { labels }), at }
}

const isName = (piece: Piece) => /Name$|Constructor$/.test(piece.child().name)

/** A list of parameters ends in whatever the grammar found there: an empty one has no nodes. */
const positional = (piece: Piece): Given => ({
  places: piece.all('PositionalParameters').flatMap((list) => list.children),
})

interface Named {
  parameters: readonly { name: string }[]
}

/**
 * Names become places, by the signature that has them all: the one that has them in the order in which they are
 * written, for `before(range: .., point: ..)` is not `before(point: .., range: ..)`. What is left out is null.
 */
function placed(list: Piece, name: string, signatures: Named[]): Given {
  const given = new Map(
    list.all('NamedParameter').map((one) => [one.child('ParameterName').words, one.children.at(-1) as Piece])
  )
  const labels = [...given.keys()]
  const placesIn = ({ parameters }: Named) =>
    labels.map((label) => parameters.findIndex((parameter) => parameter.name === label))
  const fitting = signatures.filter((one) => !placesIn(one).includes(-1))
  const signature = fitting.find((one) => isAscending(placesIn(one))) ?? fitting[0]
  if (!signature) throw new Refused('PARAMETER_UNKNOWN', list.at, { name, names: labels.join(', ') })
  const places = signature.parameters.map((parameter) => given.get(parameter.name))
  return { places: places.slice(0, places.findLastIndex((place) => place !== undefined) + 1), labels }
}

const isAscending = (places: number[]) =>
  places.every((place, index) => index === 0 || place > (places[index - 1] as number))

export const calls: Record<string, Builder> = {
  FunctionInvocation: (piece, build) => call(piece, build.spelling.of(piece.child().words), build),
  DateTimeLiteral: (piece, build) => {
    const first = piece.child()
    return first.name === 'AtLiteral' ? build.node(first) : call(piece, first.words, build)
  },
  FunctionDefinition: (piece) => {
    throw new Refused(isExternal(piece) ? 'FUNCTION_EXTERNAL' : 'FUNCTION_DEFINED', piece.at)
  },
}
