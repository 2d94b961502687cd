/** What the engine takes from the room of expressions, in one place. */
export {
  type Expression,
  type FeelType,
  type FeelValue,
  type TypeEnvironment,
  compileExpression,
  evaluate,
  kindOf,
  parseType,
  scopeFrom,
  toJson,
  typeText,
} from '#expressions/index'
