import { router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import type { CasePageProps } from '#desk/types'
import { useTexts } from '../texts.js'

/** Which places' closed days count for the terms of a case (Law 39/2015, art. 30.6); nothing where the town knows none. */
export function Seats({ line, seats, may }: Pick<CasePageProps, 'line' | 'seats' | 'may'>) {
  const t = useTexts()
  const [ticked, tick] = useState(new Set(seats.filter((one) => one.counts).map(({ slug }) => slug)))
  if (seats.length === 0) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.fromEntries([...ticked].map((slug) => [slug, 'on']))
    router.post(`/desk/cases/${line.id}/seats`, given, { preserveScroll: true })
  }
  const change = (slug: string) => (on: boolean) =>
    tick(new Set(on ? [...ticked, slug] : [...ticked].filter((one) => one !== slug)))
  return (
    <section className="desk-panel" aria-labelledby="seats">
      <h2 id="seats">{t('case.seats.title')}</h2>
      <p>{t('case.seats.lead')}</p>
      <form onSubmit={send} className="desk-form">
        <div className="desk-ticks">
          {seats.map(({ slug, name }) => (
            <Checkbox
              key={slug}
              isSelected={ticked.has(slug)}
              onChange={change(slug)}
              isDisabled={!may.assign}
            >
              <span className="indicator" aria-hidden="true">
                {ticked.has(slug) ? '✓' : ''}
              </span>
              {name}
            </Checkbox>
          ))}
        </div>
        {may.assign && (
          <div className="desk-actions">
            <Button type="submit" className="desk-button">
              {t('case.seats.save')}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}
