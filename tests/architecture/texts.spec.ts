import { test } from '@japa/runner'
import { IntlMessageFormat } from 'intl-messageformat'
import { LANGUAGES, ROOMS, texts } from './support/texts.js'

/** The names of a message's arguments, inner ones included. */
const argumentsOf = (message: string, lang: string): string[] => {
  const names = new Set<string>()
  const walk = (parts: any[]) => {
    for (const part of parts) {
      if (part.type >= 1 && part.type <= 6) names.add(part.value)
      for (const option of Object.values<any>(part.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

for (const room of ROOMS)
  test.group(`The texts of ${room}`, () => {
    const spanish = texts('es', room)

    for (const lang of LANGUAGES)
      test(`are the same set in ${lang}, none of them empty`, ({ assert }) => {
        const here = texts(lang, room)
        assert.deepEqual([...here.keys()].sort(), [...spanish.keys()].sort())
        for (const [key, text] of here) assert.isNotEmpty(text.trim(), key)
      })

    for (const lang of LANGUAGES)
      test(`are ICU messages with the same arguments in ${lang}`, ({ assert }) => {
        for (const [key, text] of texts(lang, room))
          assert.deepEqual(argumentsOf(text, lang), argumentsOf(spanish.get(key) as string, 'es'), key)
      })

    test('in Valencian call the reader vosté, as the whole house does', ({ assert }) => {
      const plural = /\b(podeu|teniu|heu|esteu|vostr[ae]s?|escriviu|trieu|reviseu|torneu)\b/i
      for (const [key, text] of texts('ca', room)) assert.notMatch(text, plural, key)
    })

    test('in Valencian are written as the AVL does, not as in Catalonia', ({ assert }) => {
      for (const [key, text] of texts('ca', room))
        assert.notMatch(
          text,
          /\b(aquest|aquesta|aquests|servei|serveis|avui|seva|meva|tingui|sigui|vostè)\b/i,
          key
        )
    })
  })
