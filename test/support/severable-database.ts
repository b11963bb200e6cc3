import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a database that can be cut and mended, as by a cable. */
export interface SeverableDatabase {
  /** The database's URL, by this way. */
  readonly url: string
  sever(): void
  mend(): void
  close(): Promise<void>
}

export async function severable(databaseUrl: string): Promise<SeverableDatabase> {
  const target = new URL(databaseUrl)
  const directory = target.searchParams.get('host')
  const sockets = new Set<Socket>()
  let severed = false
  const server = createServer((client) => {
    if (severed) return client.destroy()
    const upstream = directory
      ? connect(`${directory}/.s.PGSQL.${target.port}`)
      : connect(+target.port, target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.search = ''
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    sever: () => {
      severed = true
      cut()
    },
    mend: () => {
      severed = false
    },
    close: () =>
      new Promise((resolve) => {
        cut()
        server.close(() => resolve())
      }),
  }
}
