import type { SearchPage } from '#desk/types'
import { CaseTable } from '../../desk/case_table.js'
import { PageHead } from '../../desk/page_head.js'
import { SearchBox } from '../../desk/search_box.js'
import { useTexts } from '../../desk/texts.js'

export default function Search({ question, cases, more }: SearchPage) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t('search.title')} />
      <SearchBox question={question} key={question} />
      <p className="desk-hint">{t('search.hint')}</p>
      {cases && (
        <p role="status">
          {more ? t('search.more', { count: cases.length }) : t('search.found', { count: cases.length })}
        </p>
      )}
      {cases && cases.length > 0 && <CaseTable label={t('search.results')} cases={cases} />}
    </>
  )
}
