export { CodeInput as Iban } from '../parts/code_input.tsx'
