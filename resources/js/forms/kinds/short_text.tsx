import { TextInput } from '../parts/text_input.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

export function ShortText(props: FieldProps) {
  const question = questionOf(props)
  return <TextInput question={question} text={written(question.value)} />
}
