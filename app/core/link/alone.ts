import type { Link } from '#core/link/contract'

/** Nothing joins the processes but PostgreSQL: each finds out by its next look. */
export const aloneLink: Link = {
  tell() {},
  kept: async () => null,
  keep() {},
  leave: async () => {},
}
