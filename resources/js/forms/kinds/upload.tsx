import { ACTION, FILES, MAX_UPLOAD_BYTES, type UploadedFile, actionValue, fileSize } from '#forms/view'
import { Group, Hint, QuestionError } from '../parts/group.tsx'
import { type FieldProps, type Question, errorId, hintId, questionOf } from '../question.ts'

const TONE = {
  pending: 'quiet',
  clean: 'success',
  infected: 'danger',
  failed: 'danger',
  not_scanned: 'quiet',
} as const

const limitsId = (id: string): string => `${id}-limits`

/**
 * The files so far, each with a button that takes it away, and a plain file input with a button of its own.
 * A field of files is a group: its label is a heading for both.
 */
export function Upload(props: FieldProps) {
  const question = questionOf(props)
  const { field, voice, label, value, describedBy } = question
  const ids = [value ?? []].flat().filter((id) => typeof id === 'string')
  const files = ids.map((id) => voice.files?.[id] ?? unknownFile(id))
  const full = files.length >= Number(field.schema.maxItems ?? 10)
  return (
    <Group question={question}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        <Hint question={question} />
        <QuestionError question={question} />
        {files.length > 0 && (
          <ul className="fin-documents fin-uploads" aria-label={voice.t('forms.page.upload.files')}>
            {files.map((file, index) => (
              <File
                key={file.id}
                question={question}
                file={file}
                buttonId={full && index === 0 ? question.id : undefined}
              />
            ))}
          </ul>
        )}
        {full ? (
          <p className="govuk-body">{voice.t('forms.page.upload.full')}</p>
        ) : (
          <FileInput question={question} />
        )}
      </fieldset>
    </Group>
  )
}

const unknownFile = (id: string): UploadedFile => ({ id, name: id, size: 0, state: 'pending' })

function File({
  question,
  file,
  buttonId,
}: {
  question: Question
  file: UploadedFile
  buttonId: string | undefined
}) {
  const { field, voice } = question
  return (
    <li className="fin-document">
      <div className="fin-document__about">
        <p className="fin-document__name">{file.name}</p>
        <p className="fin-document__facts">
          {file.size > 0 && <span>{fileSize(file.size, voice.lang)}</span>}
          <strong className={`govuk-tag fin-tag--${TONE[file.state]}`}>
            {voice.t(`forms.page.upload.states.${file.state}`)}
          </strong>
        </p>
      </div>
      <button
        id={buttonId}
        type="submit"
        name={ACTION}
        value={actionValue({ type: 'remove', field: field.name, id: file.id })}
        className="govuk-button govuk-button--secondary"
      >
        {voice.t('forms.page.upload.remove')}
        <span className="govuk-visually-hidden"> {file.name}</span>
      </button>
    </li>
  )
}

function FileInput({ question }: { question: Question }) {
  const { field, voice, id, failed, hint, error } = question
  const accept = field.schema.accept as string[] | undefined
  const limits = [
    voice.t('forms.page.upload.limits', {
      size: fileSize(Number(field.schema.maxBytes ?? MAX_UPLOAD_BYTES), voice.lang),
    }),
    accept &&
      voice.t('forms.page.upload.types', { types: accept.map((type) => type.toUpperCase()).join(', ') }),
  ]
  const described = [hint && hintId(id), error && errorId(id), limitsId(id)].filter(Boolean).join(' ')
  return (
    <>
      <label className="govuk-label" htmlFor={id}>
        {voice.t('forms.page.upload.choose')}
      </label>
      <div id={limitsId(id)} className="govuk-hint">
        {limits.filter(Boolean).join(' ')}
      </div>
      <div className="fin-upload-row">
        <input
          className={failed ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
          id={id}
          name={`${FILES}[${field.name}][]`}
          multiple={field.schema.maxItems !== 1}
          type="file"
          accept={accept?.map((type) => `.${type}`).join(',')}
          aria-describedby={described}
          aria-invalid={failed || undefined}
        />
        <button
          type="submit"
          name={ACTION}
          value={actionValue({ type: 'upload', field: field.name })}
          className="govuk-button govuk-button--secondary"
        >
          {voice.t('forms.page.upload.add')}
        </button>
      </div>
    </>
  )
}
