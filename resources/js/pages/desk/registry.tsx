import { Link, router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { RegistryPage } from '#desk/domain/registry_page'
import { BookTable } from '../../desk/book_table.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { useTexts } from '../../desk/texts.js'

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
      <nav aria-label={t('registry.label')}>
        <ul className="desk-views">
          {(['incoming', 'outgoing'] as const).map((book) => (
            <li key={book}>
              <Link href={`${PATH}?book=${book}`} aria-current={book === page.book ? 'page' : undefined}>
                {t(`registry.books.${book}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Filter {...page} key={page.book} />
      {page.entries.length === 0 ? (
        <p className="desk-panel desk-empty">{t('registry.none')}</p>
      ) : (
        <BookTable label={title} entries={page.entries} />
      )}
      <Pages first={page.first} next={page.next} />
    </>
  )
}

function Filter({ book, filter }: Pick<RegistryPage, 'book' | 'filter'>) {
  const t = useTexts()
  const [asked, ask] = useState(filter)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.entries(asked).filter(([, value]) => value)
    router.get(PATH, { book, ...Object.fromEntries(given) }, { preserveState: true })
  }
  const box = (name: keyof typeof filter, type: string) => (
    <TextField
      type={type as 'text'}
      value={asked[name]}
      onChange={(value) => ask({ ...asked, [name]: value })}
      maxLength={60}
    >
      <Label>{t(`registry.${name}`)}</Label>
      <Input />
    </TextField>
  )
  return (
    <form className="desk-toolbar" role="search" onSubmit={send}>
      {box('q', 'text')}
      {box('from', 'date')}
      {box('to', 'date')}
      <Button type="submit" className="desk-button">
        {t('search.go')}
      </Button>
    </form>
  )
}
