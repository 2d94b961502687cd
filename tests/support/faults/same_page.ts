/** What two renderings of a page may differ in: the clock, and what is good for one answer only. */
const PASSING = [
  /nonce="[^"]*"/g,
  /<input type='hidden' name='_csrf' value='[^']*'>/g,
  /<time\b[^>]*data-official-time[^>]*>.*?<\/time>/gs,
]

/** A page without them. */
export const lasting = (page: string): string =>
  PASSING.reduce((text, passing) => text.replaceAll(passing, ''), page)
