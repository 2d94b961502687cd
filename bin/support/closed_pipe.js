/** Whoever read along may stop, as `| head` does: what was begun is still done, and said to nobody. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (!['EPIPE', 'ERR_STREAM_DESTROYED'].includes(error.code)) throw error
  })
