import type { Definition } from '#documents/pdf/pdfmake_types'

type PageBreak = NonNullable<Definition['pageBreakBefore']>

/**
 * A heading goes with what it heads, and does not end a page: what follows it there is more than the page's number. Of a
 * table whose rows stay whole pdfmake tells where the first row was tried; it stands there if the next thing comes below.
 */
export const breaksBeforeHeading: PageBreak = (node, { getFollowingNodesOnPage }) => {
  if (node.headlineLevel !== 1) return false
  const [first, ...rest] = getFollowingNodesOnPage().filter(
    ({ headlineLevel }) => headlineLevel !== PAGE_NUMBER
  )
  if (!first?.table?.dontBreakRows || node.startPosition.verticalRatio < 0.5) return first === undefined
  return !rest.some(({ startPosition }) => startPosition.top > first.startPosition.top)
}

/** Tells the number of a page from its text. */
export const PAGE_NUMBER = 9
