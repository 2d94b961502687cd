import { router } from '@inertiajs/react'
import { useState } from 'react'
import type { InboxPage } from '#desk/types'
import { BulkAssign } from '../../desk/bulk_assign.js'
import { CaseTable, type Chosen } from '../../desk/case_table.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { Picker } from '../../desk/picker.js'
import { SearchBox } from '../../desk/search_box.js'
import { useTexts } from '../../desk/texts.js'
import { useDeskPage } from '../../desk/use_desk_page.js'
import { Views } from '../../desk/views.js'

export default function Inbox(page: InboxPage) {
  const t = useTexts()
  const { url } = useDeskPage()
  const [chosen, choose] = useState<Chosen>({})
  const ids = page.cases.map(({ id }) => id).filter((id) => chosen[id])
  return (
    <>
      <PageHead title={t('inbox.title')}>
        <SearchBox question="" />
      </PageHead>
      <Views
        label={t('inbox.views.label')}
        views={page.views.map((view) => ({ ...view, name: <Counted {...view} /> }))}
      />
      <Filters {...page} />
      {ids.length > 0 && (
        <BulkAssign ids={ids} officers={page.officers} returnTo={url} onDone={() => choose({})} />
      )}
      {page.cases.length === 0 ? (
        <p className="desk-panel desk-empty">{t('inbox.empty')}</p>
      ) : (
        <CaseTable label={t('inbox.title')} cases={page.cases} chosen={chosen} onChoose={choose} />
      )}
      <Pages first={page.first} next={page.next} />
    </>
  )
}

function Counted({ name, count }: InboxPage['views'][number]) {
  const t = useTexts()
  return (
    <>
      {t(`inbox.views.${name}`)} <span className="desk-views__count">{count}</span>
    </>
  )
}

function Filters({
  filter,
  units,
  procedures,
  phases,
}: Pick<InboxPage, 'filter' | 'units' | 'procedures' | 'phases'>) {
  const t = useTexts()
  const ask = (change: Partial<typeof filter>) => {
    const asked = Object.entries({ ...filter, ...change }).filter(
      ([name, value]) => value && !(name === 'view' && value === 'open')
    )
    router.get('/desk/inbox', Object.fromEntries(asked), { preserveState: true, preserveScroll: true })
  }
  return (
    <div className="desk-toolbar" role="group" aria-label={t('inbox.filters')}>
      <Picker
        label={t('inbox.unit')}
        none={t('inbox.anyUnit')}
        options={units}
        value={filter.unit}
        onChange={(unit) => ask({ unit })}
      />
      <Picker
        label={t('inbox.procedure')}
        none={t('inbox.anyProcedure')}
        options={procedures}
        value={filter.procedure}
        onChange={(procedure) => ask({ procedure, phase: '' })}
      />
      <Picker
        label={t('inbox.phase')}
        none={t('inbox.anyPhase')}
        options={phases}
        value={filter.phase}
        onChange={(phase) => ask({ phase })}
      />
    </div>
  )
}
