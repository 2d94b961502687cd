import { useState } from 'react'
import type { SignaturesPage } from '#desk/domain/signatures_page'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { SignMany } from '../../desk/signatures/sign_many.js'
import { TrayTable } from '../../desk/signatures/tray_table.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

export default function Signatures({ tray, trays, lines, first, next }: SignaturesPage) {
  const t = useTexts()
  const [chosen, choose] = useState<string[]>([])
  const waiting = tray === 'waiting'
  return (
    <>
      <PageHead title={t('signatures.title')} />
      <Views label={t('signatures.label')} views={trays} />
      {waiting && <p className="desk-hint">{t('signatures.lead')}</p>}
      {chosen.length > 0 && <SignMany chosen={chosen} onDone={() => choose([])} />}
      {lines.length === 0 ? (
        <p className="desk-panel desk-empty">{t(`signatures.none.${tray}`)}</p>
      ) : (
        <TrayTable
          label={trays.find(({ current }) => current)?.name ?? ''}
          lines={lines}
          {...(waiting && { chosen, choose })}
        />
      )}
      <Pages first={first} next={next} />
    </>
  )
}
