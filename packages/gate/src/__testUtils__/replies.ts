const AT = '2026-11-20T12:00:00.000Z';

const reason = (decision: string, text: string) => ({
  kind: 'rule',
  rules: ['budget-spent'],
  title: 'The error budget is spent',
  noun: 'slo',
  decision,
  before: decision,
  text,
  facts: [],
  source: 'prometheus/metrics',
  at: AT,
  waivedBy: null as object | null,
});

/** What the portal answers where it decides so. */
export function replyOf(
  decision: 'allow' | 'warn' | 'hold',
  text = '112 % of the budget of checkout is spent',
) {
  const reasons = decision === 'allow' ? [] : [reason(decision, text)];
  const name = decision[0].toUpperCase() + decision.slice(1);
  const found = {
    decision,
    state: 'held',
    headline: `${name}: ${text}`,
    reasons,
  };
  return {
    record: { ...found, id: 'd1', at: AT, override: null as object | null },
    repeated: false,
    proceed: decision !== 'hold',
    answer: { ...found, demands: ['Reliability work first'] },
  };
}

/** The same where somebody goes on although held. */
export function overriddenReply(by: string, why: string) {
  const reply = replyOf('hold');
  const override = { by, at: AT, reason: why };
  return { ...reply, proceed: true, record: { ...reply.record, override } };
}

/** What an error of Backstage looks like. */
export const refusal = (status: number, name: string, message: string) => ({
  status,
  body: { error: { name, message }, response: { statusCode: status } },
});
