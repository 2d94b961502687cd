import { TextInput } from '../parts/text_input.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

export function Email(props: FieldProps) {
  const question = questionOf(props)
  return (
    <TextInput
      question={question}
      text={written(question.value)}
      type="email"
      autoComplete="email"
      spellCheck={false}
    />
  )
}
