import type { CompiledProcedure } from '#catalogue/types'
import { voiceOf } from '#desk/http/case_page/answers'
import type { Speech } from '#desk/http/speech'
import type { TaskPart } from '#desk/domain/task_page'
import {
  type Answers,
  type Circumstances,
  type CompiledForm,
  type Issue,
  questionsTogether,
} from '#forms/index'
import { renderFormPage } from '#theme/render'

interface TaskAnswers {
  answers: Answers
  issues: Issue[]
  circumstances: Circumstances
  speech: Speech
}

/** The form of a task, whole: all its pages one under the other, drawn in the theme that citizens see. */
export function taskForm(
  procedure: CompiledProcedure,
  form: CompiledForm,
  { answers, issues, circumstances, speech }: TaskAnswers
): { parts: TaskPart[]; errorSummary: string } {
  const voice = voiceOf(procedure, speech)
  const text = (page: string, part: string) => speech.of(procedure, `forms.${form.id}.pages.${page}.${part}`)
  const rendered = questionsTogether(form, answers, circumstances).map(({ id, hangsOn, ...questions }) => ({
    id,
    visibleWhen: hangsOn && JSON.stringify(hangsOn.tree),
    ...renderFormPage({
      form,
      pageId: id,
      answers,
      issues: issues.filter((issue) => questions.shown.some(({ name }) => name === issue.name)),
      circumstances,
      questions,
      ...voice,
    }),
  }))
  return {
    parts: rendered.map(({ id, visibleWhen, fields }) => ({
      title: text(id, 'title') ?? '',
      lead: text(id, 'lead'),
      visibleWhen,
      html: fields,
    })),
    errorSummary: rendered.map(({ errorSummary }) => errorSummary).join(''),
  }
}
