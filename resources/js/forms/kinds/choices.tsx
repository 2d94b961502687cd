import { optionLabel, optionsOf } from '#forms/view'
import { Fieldset } from '../parts/group.tsx'
import { Options } from '../parts/options.tsx'
import { type FieldProps, questionOf } from '../question.ts'

export function Choices(props: FieldProps) {
  const question = questionOf(props)
  const { field, voice, value, change } = question
  const chosen = Array.isArray(value) ? value : []
  const label = optionLabel(props.registry.formContext.form, field.name, voice)
  const options = optionsOf(field).map((option) => ({
    value: option,
    label: label(option),
    checked: chosen.includes(option),
  }))
  const pick = (option: string, checked: boolean) => {
    const left = chosen.filter((other) => other !== option)
    const now = checked ? [...left, option] : left
    change(now.length > 0 ? now : undefined)
  }
  return (
    <Fieldset question={question}>
      <Options question={question} type="checkbox" options={options} onPick={pick} />
    </Fieldset>
  )
}
