/** Whoever withdraws, or adds documents, says why in words of their own: where their filing keeps them. */
export const SAID = { withdrawal: 'reason', addition: 'explanation' } as const
