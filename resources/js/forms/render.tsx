import { renderToStaticMarkup } from 'react-dom/server'
import {
  type Answers,
  type Circumstances,
  type CompiledForm,
  type Issue,
  type Questions,
  type TextLookup,
  type Translate,
  type UploadedFile,
  kindOf,
  questionsOn,
} from '#forms/view'
import { ErrorSummary } from './error_summary.tsx'
import { PageForm } from './page_form.tsx'
import type { FormContext } from './question.ts'

export interface PageToRender {
  form: CompiledForm
  pageId: string
  answers: Answers
  /** What is wrong with this page, as `formValidator(form)(answers, { page })` says. */
  issues: Issue[]
  texts: TextLookup
  t: Translate
  lang: string
  /** The files that the answers speak of, by id. */
  files?: Record<string, UploadedFile>
  circumstances?: Circumstances
  /** What is asked on it, where others of the form stand beside it; those of a page alone unless told. */
  questions?: Questions
}

export interface RenderedPage {
  /** Stands before the page's heading; empty when nothing is wrong. */
  errorSummary: string
  /** The inside of the page's <form>, without its button. */
  fields: string
  /** Whether the <form> must post as multipart/form-data, since a file may come with it. */
  multipart: boolean
}

/** The questions of a page as markup that needs no script. */
export function renderFormPage(page: PageToRender): RenderedPage {
  const { form, pageId, answers, issues, texts, t, lang, files, circumstances } = page
  const { shown, hanging } = page.questions ?? questionsOn(form, pageId, answers, circumstances)
  const context: FormContext = { form, voice: { lang, texts, t, files }, hanging }
  const multipart = shown.some((field) => kindOf(field).posted === false)
  return {
    errorSummary: renderToStaticMarkup(<ErrorSummary issues={issues} shown={shown} context={context} />),
    fields: renderToStaticMarkup(
      <>
        {multipart && <DefaultButton />}
        <PageForm fields={shown} answers={answers} issues={issues} context={context} />
      </>
    ),
    multipart,
  }
}

/** The Enter key presses a form's first button: it must go on, not take a file away. */
const DefaultButton = () => (
  <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
)
