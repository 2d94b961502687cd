import { Link } from '@inertiajs/react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { NoticePage } from '#desk/domain/notices_page'
import { Facts } from '../../desk/facts.js'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'

/** A mail as its reader gets it: the page of it in a frame that runs nothing, and its plain text. */
export default function Notice({ notice }: NoticePage) {
  const t = useTexts()
  const fact = (name: string, ...lines: string[]) => ({ label: t(`notices.columns.${name}`), lines })
  return (
    <>
      <p>
        <Link href="/desk/notices">{t('notices.back')}</Link>
      </p>
      <PageHead title={notice.subject}>
        {notice.caseId && (
          <Link className="desk-button" href={`/desk/cases/${notice.caseId}`}>
            {t('notices.case')}
          </Link>
        )}
      </PageHead>
      <section className="desk-panel" aria-label={t('notices.about')}>
        <Facts
          none=""
          facts={[
            fact('recipient', notice.recipient),
            fact('at', notice.at.text),
            fact('state', [notice.words, notice.sentAt?.text].filter(Boolean).join(' · ')),
          ]}
        />
      </section>
      <Tabs className="desk-panel">
        <TabList aria-label={t('notices.forms')}>
          <Tab id="html">{t('notices.html')}</Tab>
          <Tab id="text">{t('notices.text')}</Tab>
        </TabList>
        <TabPanel id="html">
          <iframe
            className="desk-mail"
            sandbox=""
            title={notice.subject}
            src={`/desk/notices/${notice.id}/html`}
          />
        </TabPanel>
        <TabPanel id="text">
          <p className="desk-written" lang={notice.lang}>
            {notice.text}
          </p>
        </TabPanel>
      </Tabs>
    </>
  )
}
