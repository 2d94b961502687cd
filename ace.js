/** `node ace <command>`: the TypeScript of the house runs as it stands. */
import '@poppinss/ts-exec'

await import('./bin/console.js')
