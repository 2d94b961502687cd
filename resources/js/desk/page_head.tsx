import { Head } from '@inertiajs/react'
import type { ReactNode } from 'react'

/** The title of a page, in its window and on the page, with what stands beside it. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="desk-page-head">
      <Head title={title} />
      <h1>{title}</h1>
      {children}
    </div>
  )
}
