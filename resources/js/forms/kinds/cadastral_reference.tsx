export { CodeInput as CadastralReference } from '../parts/code_input.tsx'
