import { type Building, Refused } from '#expressions/parse/builder'
import type { Piece } from '#expressions/parse/piece'
import type { Node } from '#expressions/tree'

export const isExternal = (definition: Piece) => definition.all('external').length > 0

/** The only functions that may be written out: the one that puts a list in order, and the one that says what is replaced. */
export function conditioned(name: string, places: (Piece | undefined)[], build: Building): Node | null {
  const [list, written, item] = places
  if (!list || written?.name !== 'FunctionDefinition') return null
  if (name === 'sort' && places.length === 2) {
    const { names, body } = condition(written, build)
    return { op: 'sort', list: build.node(list), names, precedes: body(), at: written.at }
  }
  if (name === 'list replace' && item && places.length === 3) {
    const { names, body } = condition(written, build)
    return {
      op: 'replace',
      list: build.node(list),
      names,
      match: body(),
      item: build.node(item),
      at: written.at,
    }
  }
  return null
}

/** A condition over two names. */
function condition(written: Piece, build: Building) {
  const parameters = written.all('FormalParameters').flatMap((all) => all.all('FormalParameter'))
  const names = parameters.map((one) => build.spelling.declare(one.child('ParameterName').words))
  if (isExternal(written)) throw new Refused('FUNCTION_EXTERNAL', written.at)
  if (names.length !== 2) throw new Refused('FUNCTION_DEFINED', written.at)
  return {
    names: names as [string, string],
    body: () => build.node(written.child('FunctionBody').child()),
  }
}
