import type { Visitor } from '#tests/support/visitor'

/** Why a page refuses each of these queries of one parameter, told at that parameter; else what it says instead. */
export async function refusedInAddress(
  visitor: Pick<Visitor, 'ask'>,
  page: string,
  queries: string[]
): Promise<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const query of queries) {
    const headers = { accept: 'application/json' }
    const { status, body } = await visitor.ask({ path: `${page}?${query}`, headers })
    const { pointer, code } = status === 422 ? JSON.parse(body).errors[0] : { pointer: '', code: status }
    said[query] = pointer === `?${/^\w+/.exec(query)}` ? code : `${status} ${pointer} ${code}`
  }
  return said
}
