import type {
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  RegistryFieldsType,
  TemplatesType,
  ValidatorType,
} from '@rjsf/utils'
import type { FormContext } from './question.ts'
import { fields } from './kinds/index.ts'

type Templates = Partial<TemplatesType<any, any, FormContext>>

/** Each kind draws the whole of its question, so the templates around it add nothing. */
const templates: Templates = {
  FieldTemplate: ({ children }: FieldTemplateProps<any, any, FormContext>) => children,
  ObjectFieldTemplate: ({ properties }: ObjectFieldTemplateProps<any, any, FormContext>) =>
    properties.map(({ content }) => content),
}

/** Answers are judged by the form's own validator, on the server; rjsf only draws. */
export const silentValidator: ValidatorType<any, any, FormContext> = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({}),
}

export const theme = { fields: fields as RegistryFieldsType<any, any, FormContext>, templates }
