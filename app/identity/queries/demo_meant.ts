import env from '#start/env'

/**
 * Whether strangers may sign in as fictional people. A start says so on this machine by itself, and beyond it where
 * the operator sets `FINESTRA_DEMO=1`; whoever says nothing means no.
 */
export const demoMeant = (): boolean => env.get('FINESTRA_DEMO') === true
