import { connect, createServer, type Socket } from 'node:net';

/** A line to a database that can be cut, as when the database restarts: connections break and new ones are refused. */
export async function cutLine(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let up = true;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
    if (!up) near.resetAndDestroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = new URL(databaseUrl);
  address.hostname = '127.0.0.1';
  address.port = String((server.address() as { port: number }).port);
  const breakAll = () => sockets.forEach((socket) => socket.resetAndDestroy());
  return {
    url: address.href,
    cut: () => {
      up = false;
      breakAll();
    },
    mend: () => {
      up = true;
    },
    close: () => {
      breakAll();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
