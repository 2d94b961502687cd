const LOCAL = /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/

const hostOf = (address) => (URL.canParse(address) ? new URL(address).hostname : address)

/**
 * Whether strangers may sign in as the fictional people of the demo towns, whose passwords everybody knows: as
 * FINESTRA_DEMO says, else where nobody but this machine can reach them.
 */
export function demoMeant({ FINESTRA_DEMO: said, PUBLIC_URL: address }, host) {
  if (said) return ['1', 'true'].includes(said)
  return LOCAL.test(host) && (!address || LOCAL.test(hostOf(address)))
}

/** Whether the operator wants no demo at all. */
export const noDemo = ({ FINESTRA_DEMO: said }) => ['0', 'false'].includes(said)
