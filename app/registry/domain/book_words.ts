import { officialLanguage } from '#core/locale'

/**
 * The one language that the books of a town are kept in: its first official one. Whatever language a case is dealt
 * with in, whoever reads the book down finds the same unit under the same name.
 */
export const bookLanguage = ({ languages }: { languages: string[] }): string => officialLanguage(languages)

/** SICRES 4 gives the summary of an entry so many characters. */
const LONGEST_HEADING = 240

/** What an entry is about: the procedure, and the line that tells its case from others. */
export const headingOf = (title: string, subject: string): string =>
  subject ? `${title}: ${subject}` : title

/** As long as the interchange of registers carries it. */
export const shortHeading = (heading: string): string => [...heading].slice(0, LONGEST_HEADING).join('')
