import net from 'node:net';
import { UserError } from './fail.mjs';

// All four, because a server on only one of them would still be what the browser finds at "localhost".
const HOSTS = ['127.0.0.1', '::1', '0.0.0.0', '::'];
const NO_SUCH_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'];

function tryListen(port, host) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

/** undefined when the port can be used, otherwise the error code (EADDRINUSE, EACCES). */
export async function portProblem(port) {
  for (const host of HOSTS) {
    const code = await tryListen(port, host);
    if (code && !NO_SUCH_ADDRESS.includes(code)) {
      return code;
    }
  }
  return undefined;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Reads a port from the environment; throws one line when it is no port. */
export function portFromEnv(name, fallback) {
  const text = process.env[name];
  if (!text) {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(
      `${name}=${text} is not a port: give a number from 1 to 65535.`,
    );
  }
  return port;
}

/** One line that names the first port that cannot be used, or undefined. `needs`: [{ port, what, variable }] */
export async function explainPorts(needs) {
  for (const [index, { port, what, variable }] of needs.entries()) {
    const first = needs.slice(0, index).find(other => other.port === port);
    if (first) {
      return `Port ${port} cannot serve both the ${first.what} and the ${what}: choose another with ${first.variable} or ${variable}.`;
    }
  }
  for (const { port, what, variable } of needs) {
    const code = await portProblem(port);
    if (code) {
      const why =
        code === 'EADDRINUSE'
          ? 'is already in use'
          : `cannot be used (${code})`;
      return `Port ${port}, which the ${what} needs, ${why}: stop what uses it, or choose another, for example ${variable}=${
        port + 100
      } npm start`;
    }
  }
  return undefined;
}
