import { type ReactNode, useEffect } from 'react'
import type { ValuePage } from '#desk/domain/values_page'
import { sendOnce } from '../../office/send_once.js'

/** Posts as a plain form does, with what was read before. */
export function ValueForm({ page, children }: { page: ValuePage; children: ReactNode }) {
  useEffect(() => sendOnce(document), [])
  return (
    <form
      method="post"
      action={`/desk/procedures/${page.slug}/values/${page.seam.id}`}
      noValidate
      data-send-once
    >
      <input type="hidden" name="_csrf" value={page.csrf} />
      <input type="hidden" name="before" value={page.before} />
      {children}
    </form>
  )
}
