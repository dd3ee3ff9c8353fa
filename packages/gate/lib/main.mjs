import { readFile } from 'node:fs/promises';
import { askGate, NotKnownError } from './askGate.mjs';
import { readArguments } from './readArguments.mjs';
import { USAGE } from './usage.mjs';
import { UsageError } from './UsageError.mjs';
import { foundIn, tellDecision, tellNotKnown } from './wording.mjs';

const GO = 0;
const HELD = 1;
const WRONG_USAGE = 2;
export const NOT_KNOWN = 3;

/**
 * Runs the command.
 *
 * @param print - `out` and `err` take a text without a line end
 * @returns the exit code
 */
export async function main(argv, env, print) {
  let asked;
  try {
    asked = readArguments(argv, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print.err(`plimsoll-gate: ${error.message}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  if (asked.show) {
    print.out(asked.show === 'help' ? USAGE : await version());
    return GO;
  }
  return answer(asked, withoutSecret(print, asked.token));
}

async function answer(asked, print) {
  try {
    return say(asked, await askGate(asked), print);
  } catch (error) {
    return complain(asked, notKnown(error), print);
  }
}

/** A fault of this program must not look like a decision: Node would end with 1. */
function notKnown(error) {
  return error instanceof NotKnownError
    ? error
    : new NotKnownError(`something failed here: ${error.message}`, {
        refused: true,
      });
}

function say(asked, reply, print) {
  const { entityRef, json } = asked;
  const exitCode = exitCodeOf(reply, asked);
  const { decision } = foundIn(reply);
  print.out(
    json
      ? JSON.stringify({ entityRef, decision, exitCode, reply })
      : tellDecision(entityRef, reply, asked),
  );
  return exitCode;
}

function complain({ entityRef, json, onError }, error, print) {
  // What is refused stays refused: with `pass` nobody would notice that nothing is asked any more.
  const goesOn = onError === 'pass' && !error.refused;
  const exitCode = goesOn ? GO : NOT_KNOWN;
  const { message, status } = error;
  if (json) {
    const said = { message, status: status ?? null };
    print.out(
      JSON.stringify({ entityRef, decision: null, exitCode, error: said }),
    );
  }
  print.err(tellNotKnown(entityRef, error, goesOn));
  return exitCode;
}

function exitCodeOf(reply, { failOn, override }) {
  const { decision, state } = foundIn(reply);
  if (failOn === 'never' || decision === 'allow') return GO;
  if (decision === 'hold') return reply.proceed ? GO : HELD;
  // A rollback must not wait, however strict the pipeline is.
  const mayGo = failOn !== 'warn' || state === 'exempt-change' || override;
  return mayGo ? GO : HELD;
}

/** Whatever is printed, also what the portal says, never holds the token. */
function withoutSecret({ out, err }, token) {
  if (!token) return { out, err };
  const clean = text => text.replaceAll(token, '***');
  return { out: text => out(clean(text)), err: text => err(clean(text)) };
}

async function version() {
  const manifest = new URL('../package.json', import.meta.url);
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}
