// The headers of every answer (OWASP ASVS 5.0, section 3.4).

import type { MiddlewareHandler } from 'hono'
import type { House } from '../house.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'report-uri /policy-reports',
  'report-to policy',
].join('; ')

export function headers(house: House): MiddlewareHandler {
  const secure = house.config.address.startsWith('https:')
  return async (c, next) => {
    await next()
    // What a route sets itself stands: a shared page sends no referrer, a picture may be shown elsewhere.
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    set('Content-Security-Policy', policy)
    set('Reporting-Endpoints', 'policy="/policy-reports"')
    set('X-Content-Type-Options', 'nosniff')
    set('Referrer-Policy', 'strict-origin-when-cross-origin')
    set('Cross-Origin-Opener-Policy', 'same-origin')
    set('Cross-Origin-Resource-Policy', 'same-origin')
    set('Permissions-Policy', permissions)
    if (secure) set('Strict-Transport-Security', 'max-age=31536000')
  }
}

const permissions = [
  // The checker's page scans codes.
  'camera=(self)',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ')
