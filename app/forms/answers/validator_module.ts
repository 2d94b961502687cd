import { keepValidator } from '#forms/answers/form_validator'
import { type RunValidator, errorsOf, required } from '#forms/validate/load_validator'
import type { CompiledForm } from '#forms/types'

/** What the module of `validatorModule` exports: validators by form, given what they may ask for. */
export type ValidatorModule = (require: (name: string) => unknown) => Record<string, RunValidator>

/**
 * The validators of forms as the text of a module. Pages import it as a script of the house, since their content
 * security policy rightly forbids making functions of text.
 */
export function validatorModule(forms: CompiledForm[]): string {
  const each = forms.map(
    ({ id, code }) =>
      `${JSON.stringify(id)}: ((module) => {${code}\n;return module.exports})({ exports: null })`
  )
  return `export default (require) => ({\n${each.join(',\n')}\n})`
}

/** Has forms judged by the validators of a module from now on. */
export function useValidators(forms: CompiledForm[], module: ValidatorModule): void {
  const made = module(required)
  for (const form of forms) {
    const validate = made[form.id]
    if (validate) keepValidator(form, errorsOf(validate))
  }
}
