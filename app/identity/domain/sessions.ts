/** Since when sessions hold once those that were opened up to an instant are ended. */
export const heldSince = (ended: Date): string => new Date(ended.getTime() + 1).toISOString()
