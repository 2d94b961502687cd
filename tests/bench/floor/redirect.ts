/** The least that a web process can do: node:http, one redirection. */
import { createServer } from 'node:http'

createServer((request, response) => {
  request.resume()
  response.writeHead(303, { location: '/sign-in', 'content-length': 0 }).end()
}).listen(Number(process.env.PORT), process.env.HOST)

process.once('SIGTERM', () => process.exit(0))
