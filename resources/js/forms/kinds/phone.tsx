import { kindOf } from '#forms/view'
import { TextInput } from '../parts/text_input.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

export function Phone(props: FieldProps) {
  const question = questionOf(props)
  const { field, value, voice } = question
  const text = kindOf(field).read(written(value), field, voice, String).join('')
  return <TextInput question={question} text={text} type="tel" autoComplete="tel" width={20} />
}
