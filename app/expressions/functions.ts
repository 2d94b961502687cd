import type { FeelType } from '#expressions/types'
import type { FeelValue } from '#expressions/values/value'

/** A function that the document around an expression brings: a business knowledge model of decisions, for one. */
export interface FunctionType {
  parameters: { name: string; type: FeelType }[]
  returns: FeelType
}

export interface FunctionTypes {
  [name: string]: FunctionType
}

/** What such functions do, by their names; null for arguments they can do nothing with. */
export type Functions = ReadonlyMap<string, (args: FeelValue[]) => FeelValue>

export const functionType = (functions: FunctionTypes, name: string): FunctionType | null =>
  Object.hasOwn(functions, name) ? (functions[name] as FunctionType) : null
