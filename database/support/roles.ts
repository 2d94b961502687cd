/**
 * The three roles of the database, by the names in their connection strings: `owner` runs
 * migrations, `app` carries every request and job, `dispatch` may only ask which work is due.
 */
const userOf = (url: string | undefined) => (url ? decodeURIComponent(new URL(url).username) : undefined)

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

export const appRole = () => quoted(userOf(process.env.DATABASE_URL) ?? 'finestra_app')

export const dispatchRole = () =>
  quoted(userOf(process.env.DATABASE_DISPATCH_URL) ?? userOf(process.env.DATABASE_URL) ?? 'finestra_dispatch')
