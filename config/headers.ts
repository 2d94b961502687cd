import { secure } from '#config/app'

/** The pages load their own things only; inline scripts and styles need this response's nonce. */
export const csp = {
  enabled: true,
  directives: {
    defaultSrc: [`'self'`],
    scriptSrc: [`'self'`, '@nonce'],
    styleSrc: [`'self'`, '@nonce'],
    imgSrc: [`'self'`, 'data:'],
    fontSrc: [`'self'`],
    connectSrc: [`'self'`],
    objectSrc: [`'none'`],
    baseUri: [`'none'`],
    formAction: [`'self'`],
    frameAncestors: [`'none'`],
    upgradeInsecureRequests: secure ? [] : null,
  },
  reportOnly: false,
}

export const xFrame = { enabled: true, action: 'DENY' as const }
export const hsts = { enabled: secure, maxAge: '180 days' }
export const contentTypeSniffing = { enabled: true }
