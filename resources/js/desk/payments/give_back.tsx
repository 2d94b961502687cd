import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button, Checkbox, Input, Label, Text, TextField } from 'react-aria-components'
import type { PaymentsPage } from '#desk/domain/payments_page'
import { DialogButton } from '../dialog.js'
import { DialogActions } from '../dialog_actions.js'
import type { DeskProps } from '../shared_props.js'
import { useTexts } from '../texts.js'
import { useWritten, WrittenText } from '../written_text.js'

type Line = PaymentsPage['lines'][number]

/** Gives back part or all of what was paid, with the office's reason (RDLeg 2/2004, art. 26.3). */
export function GiveBack({ line }: { line: Line }) {
  const t = useTexts()
  const { giveBack, reference } = line
  if (!giveBack) return null
  return (
    <DialogButton
      tone="link"
      text={t('refunds.giveBack')}
      label={t('refunds.giveBackOf', { reference })}
      title={t('refunds.giveBackOf', { reference })}
    >
      {(close) => <GiveBackForm line={line} giveBack={giveBack} close={close} />}
    </DialogButton>
  )
}

function GiveBackForm(props: { line: Line; giveBack: NonNullable<Line['giveBack']>; close(): void }) {
  const t = useTexts()
  const { line, close } = props
  // What is left changes once it is sent; what was written does not.
  const [{ key, left, amount: most }] = useState(props.giveBack)
  const [amount, type] = useState(most)
  const [reason, write] = useState('')
  const [sure, confirm] = useState(false)
  const [refusal, tell] = useState<string | null>(null)
  const [missing, miss] = useState<string | null>(null)
  const send = () => {
    if (!sure) return tell(t('refunds.refusals.not_confirmed'))
    const settled = (page: { props: unknown }) => {
      const { flash } = page.props as DeskProps
      if (flash?.tone === 'danger') tell(flash.text)
      else close()
    }
    router.post(
      `/desk/payments/${line.id}/refunds`,
      { key, amount, reason, confirmed: 'yes' },
      { preserveScroll: true, onSuccess: settled }
    )
  }
  const { box, submit } = useWritten(reason, {
    missing: () => miss(t('refunds.refusals.no_reason')),
    send,
  })
  return (
    <form onSubmit={submit}>
      {refusal && (
        <p role="alert" className="desk-flash desk-flash--danger">
          {refusal}
        </p>
      )}
      <p>{t('refunds.to', { payer: line.payer, concept: line.concept })}</p>
      <TextField value={amount} maxLength={30} onChange={type}>
        <Label>{t('refunds.amount')}</Label>
        <Text slot="description">{t('refunds.left', { amount: left })}</Text>
        <Input inputMode="decimal" />
      </TextField>
      <WrittenText
        label={t('refunds.reason')}
        hint={t('refunds.reasonHint')}
        value={reason}
        maxLength={1000}
        fault={missing}
        box={box}
        onChange={(text) => {
          write(text)
          miss(null)
        }}
      />
      <Checkbox isSelected={sure} onChange={confirm}>
        <span className="indicator" aria-hidden="true">
          {sure ? '✓' : ''}
        </span>
        {t('refunds.sure')}
      </Checkbox>
      <DialogActions close={close}>
        <Button type="submit" className="desk-button desk-button--primary">
          {t('refunds.giveBack')}
        </Button>
      </DialogActions>
    </form>
  )
}
