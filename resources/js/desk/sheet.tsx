/** A document as a page: markup of our own, in which whatever anybody wrote is escaped. */
export const Sheet = ({ html }: { html: string }) => (
  <div className="desk-sheet" dangerouslySetInnerHTML={{ __html: html }} />
)
