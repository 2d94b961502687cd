/**
 * What a DMN file may hold and is not read, by the code of the diagnostic that says so. A file with one of these is
 * refused; nothing in it is left out silently.
 */
export const REFUSED: Readonly<Record<string, string>> = {
  DMN_IMPORT: 'Import of another model, of types or of values',
  DMN_FUNCTION_KIND: 'Functions of Java or PMML',
  DMN_FUNCTION_TYPE: 'Functions as values: types of functions, functions that functions take or give',
  DMN_LANGUAGE: 'Expressions in a language other than FEEL',
  DMN_CALLED: 'Invocations of something else than a name',
  FUNCTION_DEFINED: 'Functions defined within an expression of FEEL',
}
