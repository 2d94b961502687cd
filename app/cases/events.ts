/** A case of a town moved, or a line was added to its history; told to every process after the commit. */
export const CASES_CHANGED = 'cases.changed'
