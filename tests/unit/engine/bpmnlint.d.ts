declare module 'bpmnlint' {
  import type { LintRules } from '#engine/index'

  interface Report {
    id: string
    message: string
    category: string
  }
  export class Linter {
    constructor(options: LintRules)
    lint(root: unknown): Promise<Record<string, Report[]>>
  }
}
