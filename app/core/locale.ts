/** How a language writes dates and hours here: English as in Europe. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)
