/** A file of the public conformance tests of DMN (`*-test-*.xml`): a model, and what it must give. */
export interface CaseFile {
  model: string
  cases: Case[]
}

export interface Case {
  id: string
  /** What is called: a decision of each result, or by this name a service or knowledge. */
  called: { kind: 'decisionService' | 'bkm'; name: string } | null
  inputs: { name: string; value: Written }[]
  results: { name: string; value: Written }[]
}

/** A value as the file writes it; `kind` is the type that it names, if it names one. */
export type Written =
  | { kind: string | null; text: string }
  | { list: Written[] }
  | { entries: { name: string; value: Written }[] }
  | null
