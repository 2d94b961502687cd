import { kindOf } from '#forms/view'
import { TextInput } from '../parts/text_input.tsx'
import { written } from '../parts/written.ts'
import { type FieldProps, questionOf } from '../question.ts'

export function CadastralReference(props: FieldProps) {
  const question = questionOf(props)
  const { field, value, voice } = question
  const text = kindOf(field).read(written(value), field, voice, String).join('')
  return (
    <TextInput
      question={question}
      text={text}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      width={30}
      code
    />
  )
}
