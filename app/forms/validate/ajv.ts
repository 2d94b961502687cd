import { type AnySchemaObject, type KeywordCxt, type ValidateFunction, _ } from 'ajv'
import { Ajv2020, type Options } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { formats } from '#forms/validate/formats'
import { keywordChecks } from '#forms/validate/keywords'
import { faultOfPattern, re2 } from '#forms/validate/re2'

const regExp = Object.assign((pattern: string) => re2(pattern), { code: 'require("re2")' })

const OPTIONS: Options = {
  strict: true,
  allErrors: true,
  ownProperties: true,
  messages: false,
  // The dialect's own meta-schema has judged these already, more strictly.
  meta: false,
  validateSchema: false,
  // RE2 knows what ajv needs of a RegExp: test and toString.
  code: { regExp: regExp as never, formats: _`require("formats")` },
}

/** The code of a check: the same function, by reference here and by name in the stored module. */
function addKeywords(ajv: Ajv2020): Ajv2020 {
  for (const [keyword, check] of Object.entries(keywordChecks)) {
    ajv.addKeyword({
      keyword,
      type: 'string',
      schemaType: 'string',
      error: { message: '', params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
      code(context: KeywordCxt) {
        const { gen, data, schemaCode } = context
        const name = gen.scopeValue('keyword', {
          key: keyword,
          ref: check,
          code: _`require("keywords")[${keyword}]`,
        })
        context.fail(_`!${name}(${data}, ${schemaCode})`)
      },
    })
  }
  return ajv
}

/** A compiler for schemas of the dialect's inside: what kinds expand to. */
export const validatorCompiler = (): Ajv2020 =>
  addKeywords(new Ajv2020({ ...OPTIONS, formats, code: { ...OPTIONS.code, source: true } }))

/** The text of a CommonJS module that exports the validator of a schema. */
export function validatorCode(schema: AnySchemaObject): string {
  const ajv = validatorCompiler()
  return standalone.default(ajv, ajv.compile(schema))
}

let meta: Ajv2020 | undefined

/** Compiles a schema of the dialect itself, in-process only: patterns of authors must be of RE2. */
export function metaValidator(schema: AnySchemaObject): ValidateFunction {
  meta ??= new Ajv2020({
    strict: true,
    allErrors: true,
    ownProperties: true,
    verbose: true,
    meta: false,
    validateSchema: false,
    formats: { ...formats, re2: (pattern: string) => faultOfPattern(pattern) === null },
  })
  return meta.compile(schema)
}
