/** What the HTML of a mail calls the coat of arms that goes along with it: nothing is fetched from anywhere. */
export const CREST_CID = 'crest'

const NAMED = `src="cid:${CREST_CID}"`

export const namesCrest = (html: string): boolean => html.includes(NAMED)

/** The mail as a page shows it, with the image in it; without one, its place stays empty. */
export const withCrest = (html: string, image: string | undefined): string =>
  image ? html.replace(NAMED, `src="${image}"`) : html
