import { Head, Link } from '@inertiajs/react'
import { Faults } from '../faults.js'
import { useTexts } from '../texts.js'

/** What a page of two versions begins with: the way back, which they are, and what is wrong with what was sent. */
export function VersionHead(props: {
  title: string
  procedure: string
  faults: { at?: string; text: string | null }[]
}) {
  const t = useTexts()
  const { title, procedure } = props
  const told = props.faults.flatMap(({ text, ...one }) => (text === null ? [] : [{ ...one, text }]))
  return (
    <>
      <Head title={[told.length > 0 && t('task.error'), title].filter(Boolean).join(' · ')} />
      <p>
        <Link href="/desk/versions">{t('versions.all')}</Link>
      </p>
      <p className="desk-over">{procedure}</p>
      <h1>{title}</h1>
      {told.length > 0 && <Faults faults={told} />}
    </>
  )
}
