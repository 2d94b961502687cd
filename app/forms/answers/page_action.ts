/** What the buttons of a page are named, beside the answers. */
export const ACTION = '_action'

/** What the names of file inputs begin with: `files[plan][]`. */
export const FILES = 'files'

/** What somebody asked for by pressing a button of a page. */
export type PageAction =
  { type: 'continue' } | { type: 'upload'; field: string } | { type: 'remove'; field: string; id: string }

export const actionValue = (action: PageAction): string =>
  [action.type, 'field' in action && action.field, 'id' in action && action.id].filter(Boolean).join(':')

/** Reads which button a post came from. Whatever isn't ours goes on. */
export function pageAction(body: Record<string, unknown>): PageAction {
  const posted = body[ACTION]
  const [type, field, id] = typeof posted === 'string' ? posted.split(':') : []
  if (type === 'upload' && field) return { type, field }
  if (type === 'remove' && field && id) return { type, field, id }
  return { type: 'continue' }
}
