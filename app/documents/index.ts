export {
  type CompileTemplateOptions,
  type TemplateSurroundings,
  compileTemplate,
} from '#documents/template/compile_template'
export type { LaterFiling } from '#documents/domain/later_filings'
export { type AnswersPart, type DocumentContext, renderTemplate } from '#documents/template/render_template'
export { type CompiledBlock, type CompiledTemplate, RESOLUTION } from '#documents/template/types'
export { copySheet, type Copy } from '#documents/domain/copy'
export { withSignature } from '#documents/domain/signature'
export type { Adoption } from '#documents/domain/standard_blocks'
export { sheetHtml } from '#documents/domain/sheet_html'
export { receiptSheet, type Receipt } from '#documents/domain/receipt'
export { partyText } from '#documents/domain/receipt'
export type { Block, Sheet } from '#documents/domain/sheet'
export { sealBlock } from '#documents/domain/standard_blocks'
export { dateText, instantText, type Writing } from '#documents/domain/words'
