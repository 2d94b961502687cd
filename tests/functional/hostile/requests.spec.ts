import { connect } from 'node:net'
import { test } from '@japa/runner'
import { signedIn } from '#tests/support/citizen_visitor'
import { testTown } from '#tests/support/town'
import { ask, ownPort, Visitor } from '#tests/support/visitor'
import { faultOf } from './judge.js'
import { addressOf, everyRoute } from './routes.js'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']

/** Writes bytes to the server as they are, and reads until it hangs up or falls silent. */
const raw = (text: string, { end = false } = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(ownPort(), '127.0.0.1', () => {
      socket.write(text)
      if (end) socket.end()
    })
    let answer = ''
    socket.setTimeout(1500, () => socket.destroy())
    socket.on('data', (chunk) => (answer += chunk.toString('utf8')))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })

test.group('A request in another way than the address takes', () => {
  test('is told the ways it takes, for every address', async ({ assert }) => {
    const { host } = await testTown()
    const routes = everyRoute()
    const patterns = new Set(routes.map(({ pattern }) => pattern))
    for (const pattern of patterns) {
      const path = addressOf({ pattern, method: '', params: [] }, { format: 'csv' })
      for (const method of METHODS) {
        const answer = await ask({ method, path, headers: { host, accept: 'application/json' } })
        const fault = faultOf(answer)
        assert.isNull(fault, `${method} ${path}: ${fault}`)
        const taken = routes.some((route) => route.pattern === pattern && route.method === method)
        if (taken) continue
        assert.equal(answer.status, 405, `${method} ${path}`)
        assert.include(answer.headers.allow ?? '', routes.find((one) => one.pattern === pattern)!.method)
      }
    }
  })

  test('and an address that is not there is not found, whatever the way', async ({ assert }) => {
    const { host } = await testTown()
    for (const method of METHODS)
      assert.equal((await ask({ method, path: '/nowhere', headers: { host } })).status, 404)
  })

  test('shows a person a page in their language', async ({ assert }) => {
    const { host } = await testTown()
    const { status, body } = await new Visitor(host)
      .speaking('ca')
      .ask({ method: 'PUT', path: '/procedures' })
    assert.equal(status, 405)
    assert.include(body, 'Esta adreça no admet PUT: admet GET.')
  })
})

test.group('Hostile headers', () => {
  test('of a host that is no town’s lead to no town', async ({ assert }) => {
    const { host } = await testTown()
    for (const asked of [
      'evil.example',
      '',
      'x'.repeat(2000),
      `${host}.evil.example`,
      `evil.${host}`,
      '127.0.0.1:1@evil',
      '[::1',
      'ñ'.normalize('NFD').slice(0, 1) + '..localhost',
    ]) {
      const answer = await ask({ path: '/', headers: { host: asked, accept: 'text/html' } })
      assert.equal(answer.status, 404, asked)
      assert.isNull(faultOf(answer))
    }
  })

  test('that name two hosts lead to none', async ({ assert }) => {
    const { host } = await testTown()
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`
    )
    assert.match(answer, /^HTTP\/1.1 4\d\d /)
  })

  test('of a proxy that nobody trusts change neither host nor address', async ({ assert }) => {
    const [town, other] = [await testTown({ name: 'Primera' }), await testTown({ name: 'Segona' })]
    const { status, body, headers } = await ask({
      path: '/about',
      headers: {
        host: town.host,
        accept: 'text/html',
        'x-forwarded-host': other.host,
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-port': '1',
        forwarded: `host=${other.host};proto=https`,
        'x-original-url': '/desk',
        'x-http-method-override': 'DELETE',
      },
    })
    assert.equal(status, 200)
    assert.include(body, 'Primera')
    assert.include(body, `http://${town.host}`)
    assert.notInclude(body, 'Segona')
    assert.isUndefined(headers['strict-transport-security'])
  })

  test('of garbage are read as none', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const citizen = await signedIn(town)
    const hostile: Record<string, string>[] = [
      { cookie: 'finestra=garbage; lang=<script>; XSRF-TOKEN=%ff' },
      { cookie: 'finestra=s:eyJ; =; ;;; finestra=twice; __proto__=1; toString=2' },
      { cookie: `finestra=${'x'.repeat(7000)}` },
      { 'accept-language': ';;;q=,,*;q=x,zz-ZZ;q=9e9', accept: ';;;' },
      { accept: '*/*;q=-1,text/html;q=abc', 'accept-encoding': ',,,' },
      { 'accept-language': Array(300).fill('xx').join(',') },
      {
        'x-inertia': 'true',
        'x-inertia-version': '%',
        'x-inertia-partial-data': '__proto__,constructor',
        'x-inertia-partial-component': 'x',
      },
      {
        'x-requested-with': 'XMLHttpRequest',
        range: 'bytes=-99999999999999999999-',
        'if-none-match': '"',
        'if-modified-since': 'never',
      },
      { 'x-request-id': '"><script>alert(1)</script>' },
      { referer: 'javascript:alert(1)', origin: 'null', 'sec-fetch-site': 'x' },
      { 'content-length': '0', 'content-type': 'multipart/form-data' },
      { expect: 'the-impossible' },
    ]
    for (const headers of hostile)
      for (const path of ['/', '/folder', '/desk/sign-in', '/desk', '/assets/x.js', '/health/live']) {
        const answer = await citizen.ask({ path, headers })
        assert.isBelow(answer.status, 500, `${path} ${JSON.stringify(headers)}`)
        assert.notInclude(answer.body, '<script>alert(1)')
      }
  })

  test('with a token that can’t be decoded are refused, and nothing else happens', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const citizen = await signedIn(town)
    for (const token of ['%ff', '%', 's:', 'x'.repeat(3000), '%00']) {
      const answer = await citizen.ask({
        method: 'POST',
        path: '/sign-out',
        headers: { 'x-xsrf-token': token, accept: 'text/html' },
      })
      assert.oneOf(answer.status, [400, 419], token)
      assert.isNull(faultOf(answer))
    }
    assert.equal((await citizen.get('/folder')).status, 200)
  })

  test('that are too large are refused with what to do', async ({ assert }) => {
    const { host } = await testTown()
    for (const headers of [{ cookie: `a=${'x'.repeat(20_000)}` }, { 'x-y': 'z'.repeat(20_000) }]) {
      const answer = await ask({ path: '/', headers: { host, ...headers } })
      assert.equal(answer.status, 431)
      assert.isNull(faultOf(answer))
      for (const words of ['borre las cookies', 'esborre les galetes', 'delete the cookies'])
        assert.include(answer.body, words)
    }
  })
})

test.group('What is no request', () => {
  test('is refused as such, and the next one is answered', async ({ assert }) => {
    const { host } = await testTown()
    const broken = [
      'hello\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
      `GET / HTTP/9.9\r\nHost: ${host}\r\n\r\n`,
      `GET /\u0000 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nBad Header: x\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost : ${host}\r\n\r\n`,
      `POST /sign-out HTTP/1.1\r\nHost: ${host}\r\nContent-Length: -1\r\n\r\n`,
      `POST /sign-out HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `POST /sign-out HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      `POST /sign-out HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      `${'A'.repeat(9000)} / HTTP/1.1\r\n\r\n`,
    ]
    for (const text of broken) {
      const answer = await raw(text)
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, JSON.stringify(text.slice(0, 60)))
      assert.match(answer, /<h1>[^<]+<\/h1><p>[^<]+<\/p>|problem\+json/, JSON.stringify(text.slice(0, 60)))
      assert.equal((await ask({ path: '/health/live' })).status, 200)
    }
  }).timeout(60_000)

  test('an HTTP/1.0 request, an absolute address and one without a host lead to no other town', async ({
    assert,
  }) => {
    const { host } = await testTown()
    assert.match(await raw(`GET / HTTP/1.0\r\n\r\n`), /^HTTP\/1\.1 404 /)
    assert.match(await raw(`GET / HTTP/1.1\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 400 /)
    const absolute = await raw(
      `GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
    )
    assert.match(absolute, /^HTTP\/1\.1 (200|404) /)
    assert.notMatch(absolute, /evil\.example/)
  })

  test('a body that ends before its time harms nobody', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const citizen = await signedIn(town)
    const headers = Object.entries(citizen.headers()).map(([name, value]) => `${name}: ${value}`)
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
    ])
      for (const body of [
        '',
        '{"a":',
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx',
      ])
        await raw(
          `POST /sign-out HTTP/1.1\r\n${headers.join('\r\n')}\r\nContent-Type: ${type}\r\nContent-Length: 5000\r\n\r\n${body}`,
          { end: true }
        )
    assert.equal((await citizen.get('/folder')).status, 200)
  })

  test('no path leads out of the folder of assets', async ({ assert }) => {
    const { host } = await testTown()
    for (const path of [
      '/assets/../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f.env',
      '/assets/..%5c..%5c.env',
      '/assets/%00',
      '/assets/.vite/manifest.json',
      '/assets//etc/passwd',
      '/assets/%ff',
      `/assets/${'a/'.repeat(2000)}`,
    ]) {
      const { status, body } = await ask({ path, headers: { host } })
      assert.oneOf(status, [400, 403, 404], path)
      assert.notMatch(body, /"dependencies"|APP_KEY|root:x/)
    }
  })
})
