/** One line: texts come from many sources, and a line of theirs must not look like one of ours. */
const oneLine = text =>
  String(text ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

/** What counts: the decision on record, where one was recorded. */
export const foundIn = reply => reply.record ?? reply.answer;

/** The whole answer: one line that says all, then each reason. */
export function tellDecision(entityRef, reply, { override }) {
  const found = foundIn(reply);
  const lines = [
    `${found.decision.toUpperCase()} ${entityRef}${goneOn(
      found,
      override,
    )}: ${oneLine(found.headline).replace(/^(Allow|Warn|Hold): /, '')}`,
    ...found.reasons.flatMap(tellReason),
  ];
  const { demands = [] } = reply.answer;
  // What is demanded now may differ from what was recorded.
  if (!reply.repeated) {
    lines.push(...demands.map(demand => `  to do: ${oneLine(demand)}`));
  }
  if (reply.repeated) {
    lines.push(
      `  as recorded at ${oneLine(reply.record.at)} under the same key`,
    );
  }
  if (!reply.record) lines.push('  not recorded: it took too long');
  return lines.join('\n');
}

function goneOn({ decision, override: recorded }, override) {
  if (recorded) {
    const by = oneLine(recorded.by);
    return ` (overridden by ${by}: ${oneLine(recorded.reason)})`;
  }
  return override && decision !== 'allow'
    ? ` (overridden: ${oneLine(override)})`
    : '';
}

function tellReason({ decision, text, source, at, waivedBy }) {
  const seen = [source && `from ${source}`, at && `seen ${at}`].filter(Boolean);
  const where = seen.length > 0 ? ` (${oneLine(seen.join(', '))})` : '';
  const lines = [`  ${decision.padEnd(5)} ${oneLine(text)}${where}`];
  if (waivedBy) {
    const { by, until, reason } = waivedBy;
    const waiver = oneLine(`waived by ${by} until ${until}: ${reason}`);
    lines.push(`        ${waiver}`);
  }
  return lines;
}

/** There is no answer. */
export const tellNotKnown = (entityRef, error, goesOn) =>
  `NOT KNOWN ${entityRef}: ${oneLine(error.message)}${
    goesOn ? '; goes on, as --on-error pass says' : ''
  }`;
