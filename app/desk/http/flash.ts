import type { HttpContext } from '@adonisjs/core/http'

export type Flash = { tone: 'success' | 'danger' | 'info'; text: string }

/** What the next page says once of what was done here. */
export const say = ({ session }: Pick<HttpContext, 'session'>, tone: Flash['tone'], text: string) =>
  session.flash('desk', { tone, text } satisfies Flash)

/** Back to a path of the desk, after a post. */
export const goTo = ({ response }: Pick<HttpContext, 'response'>, path: string) =>
  response.redirect().status(303).toPath(path)
