/**
 * Preloaded into processes under the supervisor. Whoever lost it ends, so nothing stays behind; what
 * a terminal sends to the whole group is left to the supervisor, which ends all in order; and a boot
 * that failed ends, though the channel to the supervisor would keep the process waiting.
 */
const ignore = () => {}
process.on('SIGINT', ignore).on('SIGHUP', ignore)
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5000).unref()
})
setInterval(() => process.exitCode && process.exit(), 250).unref()
