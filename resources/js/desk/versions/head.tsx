import { Head, Link } from '@inertiajs/react'
import { useTexts } from '../texts.js'
import { Faults } from './faults.js'

/** What a page of two versions begins with: the way back, which they are, and what is wrong with what was sent. */
export function VersionHead(props: { title: string; procedure: string; faults: (string | null)[] }) {
  const t = useTexts()
  const { title, procedure } = props
  const told = props.faults.flatMap((one) => one ?? [])
  return (
    <>
      <Head title={[told.length > 0 && t('task.error'), title].filter(Boolean).join(' · ')} />
      <p>
        <Link href="/desk/versions">{t('versions.all')}</Link>
      </p>
      <p className="desk-over">{procedure}</p>
      <h1>{title}</h1>
      <Faults faults={told} />
    </>
  )
}
