const LOCAL = /^(localhost|.+\.localhost|127(\.\d+){3}|::1|\[::1\])$/

/** Whether a host or an address leads no further than this machine. */
export const isLocal = (address: string): boolean =>
  LOCAL.test(/^https?:/.test(address) && URL.canParse(address) ? new URL(address).hostname : address)
