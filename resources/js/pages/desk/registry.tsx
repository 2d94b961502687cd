import type { RegistryPage } from '#desk/domain/registry_page'
import { BookTable } from '../../desk/book_table.js'
import { Filter } from '../../desk/filter.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

const PATH = '/desk/registry'

export default function Registry(page: RegistryPage) {
  const t = useTexts()
  const title = t(`registry.books.${page.book}`)
  return (
    <>
      <PageHead title={title}>
        <div className="desk-actions" role="group" aria-label={t('registry.export')}>
          <a className="desk-button" href={page.exports.csv} download>
            {t('registry.csv')}
          </a>
          <a className="desk-button" href={page.exports.json} download>
            {t('registry.json')}
          </a>
        </div>
      </PageHead>
      <Views
        label={t('registry.label')}
        views={page.books.map((book) => ({
          href: `${PATH}?book=${book}`,
          name: t(`registry.books.${book}`),
          current: book === page.book,
        }))}
      />
      <Filter
        key={page.book}
        path={PATH}
        filter={page.filter}
        more={{ book: page.book }}
        boxes={[
          { name: 'q', label: t('registry.q'), type: 'text' },
          { name: 'from', label: t('registry.from'), type: 'date' },
          { name: 'to', label: t('registry.to'), type: 'date' },
        ]}
      />
      {page.entries.length === 0 ? (
        <p className="desk-panel desk-empty">{t('registry.none')}</p>
      ) : (
        <BookTable label={title} entries={page.entries} />
      )}
      <Pages first={page.first} next={page.next} />
    </>
  )
}
