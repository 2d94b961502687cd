import { useForm } from '@inertiajs/react'
import { useEffect, useRef, type FormEvent } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { SignInPage } from '#desk/types'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'
import { useDeskPage } from '../../desk/use_desk_page.js'

export default function SignIn({ email, returnTo, error }: SignInPage) {
  const t = useTexts()
  const { town } = useDeskPage().props
  const alert = useRef<HTMLParagraphElement>(null)
  const form = useForm({ email, password: '', return: returnTo })
  useEffect(() => {
    if (error) alert.current?.focus()
  }, [error])
  const send = (event: FormEvent) => {
    event.preventDefault()
    // Not `reset`: that would put back the password that was sent before.
    form.post('/desk/sign-in', { onFinish: () => form.setData('password', '') })
  }
  return (
    <div className="desk-door">
      <PageHead title={t('signIn.title')} />
      <p className="desk-quiet">{t('signIn.lead', { council: town.council })}</p>
      {error && (
        <p role="alert" tabIndex={-1} ref={alert} className="desk-flash desk-flash--danger">
          {error}
        </p>
      )}
      <form onSubmit={send} className="desk-panel">
        <TextField
          name="email"
          type="email"
          autoComplete="username"
          isRequired
          value={form.data.email}
          onChange={(value) => form.setData('email', value)}
        >
          <Label>{t('signIn.email')}</Label>
          <Input />
        </TextField>
        <TextField
          name="password"
          type="password"
          autoComplete="current-password"
          isRequired
          value={form.data.password}
          onChange={(value) => form.setData('password', value)}
        >
          <Label>{t('signIn.password')}</Label>
          <Input />
        </TextField>
        <Button type="submit" className="desk-button desk-button--primary" isDisabled={form.processing}>
          {t('signIn.enter')}
        </Button>
      </form>
      <p className="desk-quiet">{t('signIn.help')}</p>
    </div>
  )
}
