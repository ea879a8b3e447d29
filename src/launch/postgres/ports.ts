import { type AddressInfo, createServer } from 'node:net';

/** @param port 0 asks for any free one @returns the port, or the error's code where it cannot be listened on */
export function tryPort(port: number, host = '127.0.0.1'): Promise<number | string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = server.address() as AddressInfo;
      server.close(() => resolve(got));
    });
  });
}
