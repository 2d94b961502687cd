/**
 * What was filed, what it costs and what the town had said by then: facts of the filing, which nobody corrects in the
 * process (Law 39/2015, art. 68: who filed is asked to).
 */
export const FROZEN_VARIABLES = ['answers', 'fee', 'town', 'anonymous'] as const

export const isFrozen = (name: string): boolean => FROZEN_VARIABLES.some((frozen) => frozen === name)
