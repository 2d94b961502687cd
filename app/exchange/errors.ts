/** The other side can't be reached, or says what can't be read: to be asked again later. It names nobody. */
export class UnavailableError extends Error {
  override name = 'UnavailableError'
}

/** An answer that is not as its service has it. */
export class UnreadableError extends Error {
  override name = 'UnreadableError'
}
