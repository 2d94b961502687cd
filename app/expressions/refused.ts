/** What FEEL has and expressions here have not, by name; each is refused with a diagnostic of its own. */
export const REFUSED = [
  {
    code: 'FUNCTION_DEFINED',
    name: 'functions of one’s own, but for the conditions of sort and list replace',
    example: 'function(x) x + 1',
  },
  {
    code: 'FUNCTION_EXTERNAL',
    name: 'external functions',
    example: 'function(x) external {java: {class: "java.lang.Math", method signature: "abs(int)"}}',
  },
  { code: 'FUNCTION_AS_VALUE', name: 'functions as values', example: '[abs, floor]' },
  { code: 'FUNCTION_COMPUTED', name: 'calls of what is computed', example: '(if true then 1 else 2)(3)' },
  {
    code: 'PATTERN_REFUSED',
    name: 'patterns that look around or refer back, and classes that are subtracted or named as blocks',
    example: 'matches("aa", "(a)\\1")',
  },
  {
    code: 'YEAR_TOO_FAR',
    name: 'years beyond 271820',
    example: 'date("999999999-12-31")',
  },
] as const

export type RefusedCode = (typeof REFUSED)[number]['code']

export const isRefusal = (code: string): code is RefusedCode => REFUSED.some((one) => one.code === code)
