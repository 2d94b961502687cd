import { Head, Link } from '@inertiajs/react'
import { useTexts } from '../texts.js'

/** Above what is done to a case on a page of its own: which case, of which procedure. */
export function ActHead(props: {
  held: { id: string; number: string; subject: string | null }
  procedure: string
  title: string
  failed: boolean
}) {
  const t = useTexts()
  const { held, procedure, title, failed } = props
  return (
    <>
      <Head title={[failed && t('task.error'), title, held.number].filter(Boolean).join(' · ')} />
      <p>
        <Link href={`/desk/cases/${held.id}`}>{[held.number, held.subject].filter(Boolean).join(' · ')}</Link>
      </p>
      <p className="desk-over">{procedure}</p>
      <h1>{title}</h1>
    </>
  )
}
