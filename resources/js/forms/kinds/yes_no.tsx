import { Fieldset } from '../parts/group.tsx'
import { Options } from '../parts/options.tsx'
import { type FieldProps, questionOf } from '../question.ts'

export function YesNo(props: FieldProps) {
  const question = questionOf(props)
  const { voice, value, change } = question
  const options = [
    { value: 'yes', label: voice.t('forms.words.yes'), checked: value === true },
    { value: 'no', label: voice.t('forms.words.no'), checked: value === false },
  ]
  return (
    <Fieldset question={question}>
      <Options
        question={question}
        type="radio"
        options={options}
        inline
        onPick={(picked) => change(picked === 'yes')}
      />
    </Fieldset>
  )
}
