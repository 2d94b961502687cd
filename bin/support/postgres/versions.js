const OLDEST = 15
const NEWEST = 18

/** Whether Finestra works with this version of PostgreSQL. */
export const inRange = (major) => major >= OLDEST && major <= NEWEST
