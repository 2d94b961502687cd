import { Head, Link } from '@inertiajs/react'
import type { ValuePage } from '#desk/domain/values_page'
import { useTexts } from '../../desk/texts.js'
import { ValueAhead } from '../../desk/values/ahead.js'
import { FillIn } from '../../desk/values/fill_in.js'
import { Said } from '../../desk/values/said.js'

export default function Value(page: ValuePage) {
  const t = useTexts()
  const { seam, procedure, ahead } = page
  const failed = Object.keys(page.faults).length > 0 || page.used !== null
  const columns = seam.columns.map(({ title }) => title)
  return (
    <>
      <Head title={[failed && t('task.error'), seam.title, procedure].filter(Boolean).join(' · ')} />
      <p>
        <Link href={`/desk/procedures/${page.slug}/values`}>{procedure}</Link>
      </p>
      <section className="desk-panel">
        <h1>{ahead ? t('values.ahead.title', { title: seam.title }) : seam.title}</h1>
        {ahead ? (
          <ValueAhead {...page} ahead={ahead} columns={columns} />
        ) : (
          <FillIn {...page} failed={failed} />
        )}
      </section>
      {!ahead && page.now.length > 0 && (
        <section className="desk-panel" aria-labelledby="now">
          <h2 id="now">{t('values.now')}</h2>
          {page.now.map((version) => (
            <Said key={version.from ?? ''} version={version} columns={columns} />
          ))}
        </section>
      )}
    </>
  )
}
