/** Thrown within an evaluation that does or builds too much; `evaluate` turns it into null and a warning. */
export class LimitReached extends Error {
  constructor(
    readonly code: string,
    readonly limit: number
  ) {
    super(code)
  }
}
