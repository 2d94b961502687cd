import { usePage } from '@inertiajs/react'
import type { DeskProps } from '../shared_props.js'
import { useTexts } from '../texts.js'

/** What signing does, and in a demonstration town that it has no value. */
export function ConfirmText({ text }: { text: string }) {
  const t = useTexts()
  const { town } = usePage<DeskProps>().props
  return (
    <>
      <p>{text}</p>
      {town.demo && <p className="desk-quiet">{t('signatures.confirm.demo')}</p>}
    </>
  )
}
