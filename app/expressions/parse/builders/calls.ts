import { BUILTINS } from '#expressions/builtins/index'
import { functionType } from '#expressions/functions'
import { type Building, type Builder, Refused } from '#expressions/parse/builder'
import type { Piece } from '#expressions/parse/piece'
import type { Node } from '#expressions/tree'

function call(piece: Piece, name: string, build: Building): Node {
  const own = functionType(build.functions, name)
  const signatures = own ? [own] : BUILTINS.get(name)
  if (!signatures) throw new Refused('FUNCTION_UNKNOWN', piece.at, { name })
  const named = piece.all('NamedParameters')[0]
  const args = named ? placed(named, name, signatures, build) : positional(piece, build)
  return { op: own ? 'apply' : 'call', name, args, at: piece.at }
}

interface Named {
  parameters: readonly { name: string }[]
}

/** A list of parameters ends in whatever the grammar found there: an empty one has no nodes. */
const positional = (piece: Piece, { node }: Building): Node[] =>
  piece.all('PositionalParameters').flatMap((list) => list.children.map(node))

/** Names become places, by the first signature that has them all; what is left out is null. */
function placed(list: Piece, name: string, signatures: Named[], { node }: Building): Node[] {
  const given = new Map(
    list.all('NamedParameter').map((one) => [one.child('ParameterName').words, one.children.at(-1) as Piece])
  )
  const signature = signatures.find(({ parameters }) =>
    [...given.keys()].every((label) => parameters.some((parameter) => parameter.name === label))
  )
  if (!signature)
    throw new Refused('PARAMETER_UNKNOWN', list.at, { name, names: [...given.keys()].join(', ') })
  const places = signature.parameters.map((parameter) => given.get(parameter.name))
  const last = places.findLastIndex((place) => place !== undefined)
  return places
    .slice(0, last + 1)
    .map((place): Node => (place ? node(place) : { op: 'literal', value: null, at: list.at }))
}

export const calls: Record<string, Builder> = {
  FunctionInvocation: (piece, build) => call(piece, build.spelling.of(piece.child().words), build),
  DateTimeLiteral: (piece, build) => {
    const first = piece.child()
    return first.name === 'AtLiteral' ? build.node(first) : call(piece, first.words, build)
  },
  FunctionDefinition: ({ at }) => {
    throw new Refused('FUNCTION_DEFINED', at)
  },
}
