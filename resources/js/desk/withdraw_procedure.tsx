import type { ProceduresPage } from '#desk/domain/values_page'
import { DialogButton } from './dialog.js'
import { ReasonForm } from './reason_form.js'
import { useTexts } from './texts.js'

/** Has the town offer a procedure no more: its cases go on. */
export function WithdrawProcedure({ one: { slug, title } }: { one: ProceduresPage['procedures'][number] }) {
  const t = useTexts()
  return (
    <DialogButton
      text={t('procedures.withdraw')}
      label={`${t('procedures.withdraw')}: ${title}`}
      title={t('procedures.withdrawOf', { title })}
    >
      {(close) => (
        <ReasonForm
          to={`/desk/procedures/${slug}/withdrawal`}
          label={t('procedures.reason')}
          hint={t('procedures.reasonHint')}
          missing={t('procedures.refusals.no_reason')}
          send={t('procedures.withdraw')}
          close={close}
        />
      )}
    </DialogButton>
  )
}
