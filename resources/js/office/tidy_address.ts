/** A form that comes back with faults leaves the token of its post in the address, where nobody needs it. */
export function tidyAddress(): void {
  const address = new URL(location.href)
  if (!address.searchParams.has('_csrf')) return
  address.searchParams.delete('_csrf')
  history.replaceState(history.state, '', address)
}
