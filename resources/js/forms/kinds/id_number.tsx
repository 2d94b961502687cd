import { TextInput } from '../parts/text_input.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

export function IdNumber(props: FieldProps) {
  const question = questionOf(props)
  return (
    <TextInput
      question={question}
      text={written(question.value)}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      width={10}
      code
    />
  )
}
