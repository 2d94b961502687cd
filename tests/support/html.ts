import { HtmlValidate } from 'html-validate'

const checker = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Whitespace and style of writing, not correctness.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attr-quotes': 'off',
    'attr-case': 'off',
    // Telephone numbers break where the reader's screen needs it.
    'tel-non-breaking': 'off',
    // One of these per page carries the towns' colours; the response's nonce allows it.
    'require-csp-nonce': 'off',
    'no-inline-style': 'error',
  },
})

/** What is wrong with a citizen's page as HTML, each with its line. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`)
  )
}
