import { parseArgs } from 'node:util';
import { ciFacts } from './ciFacts.mjs';
import { UsageError } from './UsageError.mjs';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const OPTIONS = {
  url: text,
  token: text,
  change: text,
  ref: text,
  link: text,
  key: text,
  override: text,
  'fail-on': text,
  'on-error': text,
  timeout: text,
  json: flag,
  help: flag,
  version: flag,
};

const UNITS = { ms: 1, s: 1000, m: 60_000 };
const MIN_TIMEOUT = 100;
const MAX_TIMEOUT = 10 * UNITS.m;

/**
 * What the command line and the environment ask for.
 *
 * @throws UsageError naming the option and what is allowed
 */
export function readArguments(argv, env) {
  const { values, positionals } = parse(argv);
  if (values.help || values.version) {
    return { show: values.help ? 'help' : 'version' };
  }
  const given = name => values[name]?.trim() || undefined;
  const ci = ciFacts(env);
  return {
    entityRef: serviceOf(positionals),
    baseUrl: baseUrlOf(given('url') ?? env.PLIMSOLL_URL?.trim()),
    token: tokenOf(given('token') ?? env.PLIMSOLL_TOKEN?.trim()),
    failOn: oneOf('fail-on', given('fail-on'), ['hold', 'warn', 'never']),
    onError: oneOf('on-error', given('on-error'), ['fail', 'pass']),
    timeoutMs: timeoutOf(given('timeout') ?? '10s'),
    json: values.json ?? false,
    change: atMost('change', 100, given('change')),
    ref: atMost('ref', 200, given('ref')) ?? ci.ref?.slice(0, 200),
    link: addressOf('link', given('link')) ?? linkOfCi(ci.link),
    key: atMost('key', 200, given('key')),
    override: reasonOf(given('override')),
  };
}

function parse(argv) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function serviceOf(positionals) {
  if (positionals.length !== 1) {
    throw new UsageError(
      `expected one service, such as component:default/pay, got ${positionals.length}`,
    );
  }
  const found = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(
    positionals[0].trim(),
  );
  if (!found) {
    throw new UsageError(
      `${positionals[0]} is not an entity reference such as component:default/pay`,
    );
  }
  const [, kind = 'component', namespace = 'default', name] = found;
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

function baseUrlOf(address) {
  if (!address) {
    throw new UsageError('where is the portal? Give --url or PLIMSOLL_URL');
  }
  const { origin, pathname } = new URL(addressOf('url', address));
  const path = pathname.replace(/\/+$/, '');
  const isApi = path.endsWith('/api/reliability');
  return `${origin}${path}${isApi ? '' : '/api/reliability'}`;
}

function tokenOf(token) {
  if (!token || /^[!-~]+$/.test(token)) return token;
  throw new UsageError('the token: expected letters, digits and signs only');
}

function addressOf(option, address) {
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || address.length > 2000) {
    throw new UsageError(
      `--${option}: expected an address that begins with https:// or http://`,
    );
  }
  if (url.username || url.password) {
    throw new UsageError(`--${option}: expected an address without a password`);
  }
  return url.href;
}

/** A link that nobody wrote must not stop the pipeline. */
function linkOfCi(link) {
  try {
    return addressOf('link', link);
  } catch {
    return undefined;
  }
}

function oneOf(option, value, allowed) {
  const chosen = value ?? allowed[0];
  if (allowed.includes(chosen)) return chosen;
  throw new UsageError(
    `--${option}: expected one of ${allowed.join(', ')}, got ${chosen}`,
  );
}

function timeoutOf(value) {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(value);
  const milliseconds = found ? Number(found[1]) * UNITS[found[2]] : NaN;
  if (milliseconds >= MIN_TIMEOUT && milliseconds <= MAX_TIMEOUT) {
    return milliseconds;
  }
  throw new UsageError(
    `--timeout: expected 100ms to 10m, such as 10s, got ${value}`,
  );
}

function atMost(option, most, value) {
  if (value === undefined || value.length <= most) return value;
  throw new UsageError(`--${option}: expected at most ${most} characters`);
}

function reasonOf(reason) {
  if (reason === undefined || reason.length >= 3) {
    return atMost('override', 1000, reason);
  }
  throw new UsageError('--override: expected a reason of 3 to 1000 characters');
}
