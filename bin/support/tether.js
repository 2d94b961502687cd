/**
 * Preloaded into processes under the supervisor. Whoever lost it ends, so nothing stays behind; what
 * a terminal sends to the whole group is left to the supervisor, which ends all in order; and a boot
 * that failed, or a stop that is done, ends though the channel to the supervisor is still open.
 */
const ignore = () => {}
process.on('SIGINT', ignore).on('SIGHUP', ignore)
process.on('SIGTERM', () => {
  // Nobody else listens yet: the boot is not done, and there is nothing to put away.
  if (process.listenerCount('SIGTERM') === 1) process.exit()
  process.channel?.unref()
})
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5000).unref()
})
setInterval(() => process.exitCode && process.exit(), 250).unref()
