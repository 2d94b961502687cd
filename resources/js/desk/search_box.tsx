import { router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { useTexts } from './texts.js'

/** Finds cases by number, identity number or words. */
export function SearchBox({ question }: { question: string }) {
  const t = useTexts()
  const [asked, ask] = useState(question)
  const send = (event: FormEvent) => {
    event.preventDefault()
    router.get('/desk/search', { q: asked })
  }
  return (
    <form role="search" className="desk-search" onSubmit={send}>
      <SearchField value={asked} onChange={ask} name="q" maxLength={200}>
        <Label>{t('search.label')}</Label>
        <Input />
      </SearchField>
      <Button type="submit" className="desk-button">
        {t('search.go')}
      </Button>
    </form>
  )
}
