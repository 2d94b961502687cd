import { kindOf, numberFormat } from '#forms/view'
import { Labelled } from '../parts/group.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

/** Where the office's script says how many letters are left. */
const countId = (id: string): string => `${id}-count`

export function LongText(props: FieldProps) {
  const question = questionOf(props)
  const { field, voice, id, name, failed, describedBy, value, change } = question
  const limit = Number(kindOf(field).rule(field.schema).maxLength)
  const texts = ['left', 'over'].map((key) => [`data-${key}`, voice.t(`forms.page.count.${key}`)])
  return (
    <Labelled question={question} className="govuk-character-count">
      <textarea
        className={failed ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={id}
        name={name}
        rows={Number(field.options.rows ?? 5)}
        defaultValue={written(value)}
        aria-describedby={[describedBy, countId(id)].filter(Boolean).join(' ')}
        aria-invalid={failed || undefined}
        data-character-count={countId(id)}
        onChange={(event) => change(kindOf(field).decode(event.target.value, field))}
      />
      <div
        id={countId(id)}
        className="govuk-hint govuk-character-count__message"
        data-limit={limit}
        {...Object.fromEntries(texts)}
      >
        {voice.t('forms.page.count.limit', { limit: numberFormat(voice.lang).format(limit) })}
      </div>
    </Labelled>
  )
}
