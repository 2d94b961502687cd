import type { ReactNode } from 'react'
import type { ValuePage } from '#desk/domain/values_page'
import { PostForm } from '../post_form.js'

/** Posts as a plain form does, with what was read before. */
export const ValueForm = ({ page, children }: { page: ValuePage; children: ReactNode }) => (
  <PostForm
    action={`/desk/procedures/${page.slug}/values/${page.seam.id}`}
    csrf={page.csrf}
    hidden={{ before: page.before }}
  >
    {children}
  </PostForm>
)
