/** How the embedded server is set up; `durable` false is for tests only, which lose nothing worth keeping. */
export const settings = ({ port, durable }) => ({
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Never what initdb guessed from the shell: our messages are read by this program too.
  lc_messages: 'C',
  // A refused statement and its details carry what somebody wrote. The house logs its own errors, without that.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  jit: 'off',
  max_connections: 100,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
})

/** The command line of `postgres`. */
export const serverArgs = (folder, options) => [
  '-D',
  folder,
  ...Object.entries(settings(options)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/** No LANG, no PG* of the shell: the server sees only this. */
export const serverEnv = () => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })
