import { InputError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  GateAnswer,
  RecordedGateDecision,
} from '@plimsoll/backstage-plugin-reliability-common';
import { gateExamples } from './examples';
import { GateCall, GateClient } from './GateClient';

interface GateInput {
  readonly entityRef: string;
  readonly change?: string;
  readonly ref?: string;
  readonly failOn?: 'hold' | 'warn' | 'never';
  readonly override?: string;
}

interface Found {
  readonly found: Pick<
    RecordedGateDecision | GateAnswer,
    'decision' | 'state' | 'headline' | 'reasons'
  >;
  readonly mayGo: boolean;
}

const REF = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/;

/** @throws InputError when it is no entity reference */
function fullRef(text: string): string {
  const parts = REF.exec(text.trim());
  if (!parts) {
    throw new InputError(
      `entityRef: expected an entity reference such as component:default/pay, got "${text}"`,
    );
  }
  const [, kind = 'component', namespace = 'default', name] = parts;
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/** A field of a form that was left empty. */
const given = (text: string | undefined) => text?.trim() || undefined;

/**
 * The action `plimsoll:gate`: asks in the name of whoever runs the template whether a service may take more change,
 * and has the decision recorded. Every run of the step asks anew: a retried task wants to know what is so now.
 *
 * @param portal - address of the frontend, for links to the task
 */
export function createGateAction({
  client,
  portal,
}: {
  readonly client: GateClient;
  readonly portal?: string;
}) {
  const record = async (
    call: GateCall,
    { change, ref, override }: GateInput,
    taskId: string,
  ): Promise<Found> => {
    const reason = given(override);
    const {
      record: recorded,
      answer,
      proceed,
    } = await client.record(call, {
      change: given(change),
      ref: given(ref),
      url: portal && `${portal.replace(/\/$/, '')}/create/tasks/${taskId}`,
      override: reason ? { reason } : undefined,
    });
    const found = recorded ?? answer;
    return { found, mayGo: proceed && found.decision === 'hold' };
  };

  const look = async (call: GateCall, input: GateInput): Promise<Found> => {
    const found = await client.look(call, given(input.change));
    const wants = given(input.override) !== undefined;
    return { found, mayGo: wants && found.canWaive };
  };

  return createTemplateAction({
    id: 'plimsoll:gate',
    description:
      'Asks Plimsoll whether a service may take more change now, and stops the template where it may not',
    examples: gateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('The service, such as component:default/pay'),
        change: z =>
          z
            .string()
            .describe('deploy, rollback, security-fix, or what policies name')
            .optional(),
        ref: z =>
          z.string().describe('What is changed, such as a version').optional(),
        failOn: z =>
          z
            .enum(['hold', 'warn', 'never'])
            .describe('What stops the template; hold where nothing is given')
            .optional(),
        override: z =>
          z
            .string()
            .describe(
              'Reason to go on although held; needs the permission reliability.gate.waive',
            )
            .optional(),
      },
      output: {
        decision: z => z.enum(['allow', 'warn', 'hold']),
        headline: z => z.string().describe('The decision in one line'),
        reasons: z =>
          z.array(z.string()).describe('Those that decide come first'),
        overridden: z =>
          z.boolean().describe('Whether it goes on although held'),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const call = {
        entityRef: fullRef(input.entityRef),
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      const { found, mayGo } = ctx.isDryRun
        ? await look(call, input)
        : await record(call, input, ctx.task.id);
      const reasons = found.reasons.map(({ text }) => text);
      ctx.output('decision', found.decision);
      ctx.output('headline', found.headline);
      ctx.output('reasons', reasons);
      ctx.output('overridden', found.decision === 'hold' && mayGo);
      reasons.forEach(text => ctx.logger.info(text));
      ctx.logger.info(`${call.entityRef}: ${found.headline}`);
      if (stops(found, mayGo, input)) {
        throw new NotAllowedError(`${call.entityRef}: ${found.headline}`);
      }
    },
  });
}

function stops(
  { decision, state }: Found['found'],
  mayGo: boolean,
  { failOn = 'hold', override }: GateInput,
): boolean {
  if (failOn === 'never' || decision === 'allow') return false;
  if (decision === 'hold') return !mayGo;
  // A rollback must not wait, however strict the template is.
  return failOn === 'warn' && state !== 'exempt-change' && !given(override);
}
