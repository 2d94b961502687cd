import { Link, router } from '@inertiajs/react'
import { useEffect, useState, type ReactNode } from 'react'
import { runOfficialClock } from '../office/official_clock.js'
import { hearRefusals } from '../desk/refusals.js'
import { useNews } from '../desk/use_news.js'
import { useTexts } from '../desk/texts.js'
import { useDeskPage } from '../desk/use_desk_page.js'

/** The frame of every page of the desk: town, doors, who is signed in, what the last action did. */
export function DeskLayout({ children }: { children: ReactNode }) {
  const { props, url } = useDeskPage()
  const { town, flash } = props
  const news = useNews(props.news)
  const t = useTexts()
  const [refusal, tell] = useState<string | null>(null)
  useEffect(() => hearRefusals(tell), [])
  return (
    <>
      <a href="#main" className="desk-skip">
        {t('layout.skip')}
      </a>
      <header className="desk-head">
        <div className="desk-head__inner">
          <Link href="/desk" className="desk-head__home">
            <img src={town.logoUrl} alt="" className="desk-head__coat" />
            <span>
              <strong>{town.council}</strong> {t('layout.title')}
            </span>
          </Link>
          <Doors news={news} />
          <Account />
        </div>
      </header>
      {town.demo && <aside className="desk-demo">{t('layout.demo')}</aside>}
      <main id="main" tabIndex={-1} className="desk-main">
        <div aria-live="polite">
          {refusal && <p className="desk-flash desk-flash--danger">{refusal}</p>}
          {flash && <p className={`desk-flash desk-flash--${flash.tone}`}>{flash.text}</p>}
          {news && isInbox(url) && <News />}
        </div>
        {children}
      </main>
      <Foot />
    </>
  )
}

const isInbox = (url: string) => url.split('?')[0] === '/desk/inbox'

/** Nothing moves under somebody's hands: they are told, and ask for it. */
function News() {
  const t = useTexts()
  return (
    <p className="desk-flash desk-flash--info">
      {t('layout.news.text')}{' '}
      <button type="button" className="desk-button" onClick={() => router.reload()}>
        {t('layout.news.show')}
      </button>
    </p>
  )
}

function Doors({ news }: { news: boolean }) {
  const { props, url } = useDeskPage()
  const t = useTexts()
  const path = url.split('?')[0] ?? ''
  if (!props.doors.length) return null
  const current = [...props.doors]
    .sort((a, b) => b.href.length - a.href.length)
    .find((door) => path.startsWith(door.href))
  return (
    <nav aria-label={t('layout.doors.label')}>
      <ul className="desk-doors">
        {props.doors.map((door) => (
          <li key={door.name}>
            <Link href={door.href} aria-current={door === current ? 'page' : undefined}>
              {t(`layout.doors.${door.name}`)}
              {news && door.name === 'inbox' && door !== current && (
                <span className="desk-count">{t('layout.news.badge')}</span>
              )}
              {door.count ? <span className="desk-count">{door.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Account() {
  const { officer } = useDeskPage().props
  const t = useTexts()
  if (!officer) return null
  return (
    <div className="desk-account">
      <span>
        <strong>{officer.name}</strong>
        <small>
          {officer.lastAccess ? t('layout.lastAccess', { when: officer.lastAccess }) : officer.unit}
        </small>
      </span>
      <button
        type="button"
        className="desk-button desk-button--onDark"
        onClick={() => router.post('/desk/sign-out')}
      >
        {t('layout.signOut')}
      </button>
    </div>
  )
}

function Foot() {
  const { languages, lang, officialTime } = useDeskPage().props
  const t = useTexts()
  useEffect(() => runOfficialClock(document), [officialTime.iso])
  return (
    <footer className="desk-foot">
      <p>
        {t('layout.officialTime')}{' '}
        <time key={officialTime.iso} dateTime={officialTime.iso} data-official-time={officialTime.zone}>
          {officialTime.text}
        </time>
      </p>
      <ul aria-label={t('layout.languages')}>
        {languages.map(({ code, name, href }) => (
          <li key={code}>
            <a href={href} lang={code} hrefLang={code} aria-current={code === lang ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <a href="/">{t('layout.office')}</a>
    </footer>
  )
}
