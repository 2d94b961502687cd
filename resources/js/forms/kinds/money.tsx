import { TextInput } from '../parts/text_input.tsx'
import { withComma } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

export function Money(props: FieldProps) {
  const question = questionOf(props)
  return (
    <TextInput
      question={question}
      text={withComma(question.value)}
      inputMode="decimal"
      width={10}
      suffix="€"
    />
  )
}
