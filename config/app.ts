import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'
import { onBadUrl } from '#core/http/bad_url'
import { trustedProxies } from '#core/http/trusted_proxies'

const publicUrl = env.get('PUBLIC_URL')

/** Cookies are Secure, and HSTS is sent, when the public address is https. */
export const secure = publicUrl?.startsWith('https://') ?? false

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: true,
  redirect: { forwardQueryString: false },
  onBadUrl,
  trustProxy: trustedProxies(env.get('TRUST_PROXY')),
  cookie: { domain: '', path: '/', maxAge: '12h', httpOnly: true, secure, sameSite: 'lax' },
})
