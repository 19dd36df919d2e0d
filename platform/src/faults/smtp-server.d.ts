// The part of smtp-server (tests only) that is used here.

declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  export interface Session {
    readonly envelope: {
      readonly mailFrom: { readonly address: string } | false
      readonly rcptTo: readonly { readonly address: string }[]
    }
  }

  export interface Options {
    readonly disabledCommands?: readonly string[]
    readonly size?: number
    onMailFrom?(
      address: { readonly address: string },
      session: Session,
      done: (error?: Error) => void,
    ): void
    onRcptTo?(
      address: { readonly address: string },
      session: Session,
      done: (error?: Error) => void,
    ): void
    onData?(stream: Readable, session: Session, done: (error?: Error) => void): void
  }

  export class SMTPServer {
    constructor(options: Options)
    readonly server: Server
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
  }
}
