/** What is waited for later, or by nobody: that it fails is told to whoever waits, and is no surprise until then. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
