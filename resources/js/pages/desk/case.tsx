import { Link } from '@inertiajs/react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { CasePageProps } from '#desk/types'
import { Answers } from '../../desk/case/answers.js'
import { AssignCase } from '../../desk/case/assign_case.js'
import { Beside } from '../../desk/case/beside.js'
import { Choices } from '../../desk/case/choices.js'
import { Circuits } from '../../desk/case/circuits.js'
import { Coming } from '../../desk/case/coming.js'
import { Documents } from '../../desk/case/documents.js'
import { History } from '../../desk/case/history.js'
import { Letters } from '../../desk/case/letters.js'
import { Money } from '../../desk/case/money.js'
import { Notes } from '../../desk/case/notes.js'
import { Seats } from '../../desk/case/seats.js'
import { Todo } from '../../desk/case/todo.js'
import { DueDate } from '../../desk/due.js'
import { Facts } from '../../desk/facts.js'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'

export default function Case(page: CasePageProps) {
  const t = useTexts()
  const { line } = page
  const open = page.incidents.filter((incident) => incident.open)
  return (
    <>
      <p className="desk-over">{line.procedure}</p>
      <PageHead title={[line.number, line.subject].filter(Boolean).join(' · ')}>
        <AssignCase {...page} />
      </PageHead>
      <p className="desk-state">
        {line.phase && <span className="desk-tag">{line.phase}</span>}
        {line.urgent && <span className="desk-tag">{t('case.urgent')}</span>}
        {line.outcome && <span className="desk-tag desk-tag--quiet">{line.outcome}</span>}
        <DueDate due={line.due} />
      </p>
      {open.map(({ id, words, element, at }) => (
        <p key={id} className="desk-flash desk-flash--danger">
          {t('case.incident', { element, words, when: at.text })}{' '}
          {page.may.settle && <Link href={`/desk/incidents/${id}`}>{t('case.toIncidents')}</Link>}
        </p>
      ))}
      <div className="desk-case">
        <Parts {...page} />
        <div className="desk-case__side">
          <Todo {...page} />
          <Choices {...page} />
          <Circuits {...page} />
          <Coming {...page} />
          <Seats key={page.seats.filter(({ counts }) => counts).length} {...page} />
          <section className="desk-panel" aria-labelledby="facts">
            <h2 id="facts">{t('case.about')}</h2>
            <Facts facts={page.facts} none="" />
          </section>
          <Beside {...page} />
          <Notes {...page} />
          {page.modify && (
            <p>
              <Link href={page.modify}>{t('incident.modify')}</Link>
              {' · '}
              <Link href={`/desk/cases/${page.line.id}/variables`}>{t('correction.title')}</Link>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

function Parts(page: CasePageProps) {
  const t = useTexts()
  const letters = page.notifications.length
  return (
    <Tabs className="desk-panel">
      <TabList aria-label={t('case.parts.label')}>
        <Tab id="data">{t('case.parts.data')}</Tab>
        <Tab id="documents">{t('case.parts.documents', { count: page.documents.length })}</Tab>
        <Tab id="history">{t('case.parts.history')}</Tab>
        <Tab id="letters">{t('case.parts.letters', { count: letters })}</Tab>
        {page.money && <Tab id="money">{t('case.parts.money')}</Tab>}
      </TabList>
      <TabPanel id="data">
        <h2 className="desk-hidden">{t('case.parts.data')}</h2>
        <Answers {...page} />
      </TabPanel>
      <TabPanel id="documents">
        <Documents documents={page.documents} />
      </TabPanel>
      <TabPanel id="history">
        <History items={page.history} />
      </TabPanel>
      <TabPanel id="letters">
        <h2 className="desk-hidden">{t('case.parts.letters', { count: letters })}</h2>
        <Letters {...page} />
      </TabPanel>
      {page.money && (
        <TabPanel id="money">
          <h2 className="desk-hidden">{t('case.parts.money')}</h2>
          <Money money={page.money} />
        </TabPanel>
      )}
    </Tabs>
  )
}
