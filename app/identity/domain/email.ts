/** Whether a text is what an e-mail address looks like; whether somebody reads it nobody can tell. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
