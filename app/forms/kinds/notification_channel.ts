import { choice } from '#forms/kinds/choice'
import { defineKind } from '#forms/kinds/kind'

/**
 * How somebody wants to be notified (Law 39/2015, art. 14.1). Who must deal with the administration by
 * electronic means has no choice, and isn't asked (art. 14.2).
 */
export const notificationChannel = defineKind({
  ...choice,
  name: 'notification_channel',
  keywords: {
    enum: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: ['electronic', 'paper'] },
      contains: { const: 'electronic' },
    },
  },
  settled: ({ obliged }) => (obliged ? 'electronic' : undefined),
})
