export { compileTemplate } from '#documents/template/compile_template'
export { renderTemplate, type AnswersPart, type DocumentContext } from '#documents/template/render_template'
export type { CompiledTemplate } from '#documents/template/types'
export { receiptSheet, type Receipt } from '#documents/domain/receipt'
