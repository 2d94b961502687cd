import { kindOf } from '#forms/view'
import { type FieldProps, questionOf } from '../question.ts'
import { TextInput } from './text_input.tsx'
import { written } from './written.ts'

/** A long code of letters and figures, shown in the groups in which its kind reads it. */
export function CodeInput(props: FieldProps) {
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
