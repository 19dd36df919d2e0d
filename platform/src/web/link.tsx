// Links. What people typed may become an address, so only kinds of address that open a page are let through.

import type { PropsWithChildren } from 'hono/jsx'

const opens = new Set(['http:', 'https:', 'mailto:'])

/** The address, or undefined for one that would run something (`javascript:`, `data:`) or is none. */
export function safeAddress(given: string): string | undefined {
  // Within this house. `//host` and `/\host` would be another one.
  if (/^\/(?![/\\])/.test(given) || given.startsWith('#') || given.startsWith('?')) return given
  try {
    return opens.has(new URL(given).protocol) ? given : undefined
  } catch {
    return undefined
  }
}

interface LinkProps {
  readonly to: string
  readonly class?: string
  /** The language of what it leads to. */
  readonly hreflang?: string
  /** A file to keep rather than a page to read: its name. */
  readonly download?: string
  /** True: the page that is open. */
  readonly current?: boolean
}

export function Link(props: PropsWithChildren<LinkProps>) {
  const address = safeAddress(props.to)
  // A refused address is still text: what somebody wrote is shown, and opens nothing.
  if (address === undefined) return <span class={props.class}>{props.children}</span>
  const foreign = /^https?:/.test(address)
  return (
    <a
      href={address}
      class={props.class}
      hreflang={props.hreflang}
      download={props.download}
      aria-current={props.current === true ? 'page' : undefined}
      rel={foreign ? 'noreferrer' : undefined}
    >
      {props.children}
    </a>
  )
}
