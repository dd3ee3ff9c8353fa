import {
  OncallWindow,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  baseUrlProblem,
  commaList,
  createProviderHttp,
  OncallProvider,
  OncallProviderFactory,
  OncallReadOptions,
  ProviderClient,
  ProviderError,
  ProviderRuntime,
  readAccount,
  readInGroups,
  reportProblem,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const accountSchema = z.strictObject({
  name: z.string(),
  type: z.literal('rotaboard'),
  default: z.boolean().optional(),
  mirror: z.boolean().optional(),
  token: z.string().min(1),
  baseUrl: z.string().superRefine(reportProblem(baseUrlProblem)),
});

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullish(),
});

const rotaSchema = z.object({
  title: z.string(),
  timeZone: z.string().nullish(),
  shifts: z.array(
    z.object({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      level: z.number(),
      swapped: z.boolean().nullish(),
      person: personSchema.nullable(),
    }),
  ),
});

type Rota = z.output<typeof rotaSchema>;

const ID = /^[a-z0-9-]{1,60}$/i;

/** Pure: what the vendor says in Plimsoll's words. */
function toReading(
  ref: RotationRef,
  { title, timeZone, shifts }: Rota,
  window: OncallWindow,
): RotationReading {
  return {
    kind: 'reading',
    ref,
    title,
    timeZone: timeZone ?? undefined,
    window,
    shifts: shifts.map(({ from, to, level, swapped, person }) => ({
      start: Date.parse(from),
      end: Date.parse(to),
      level,
      person: person && { ...person, email: person.email ?? undefined },
      source: swapped ? 'override' : 'rotation',
      shadow: false,
    })),
    gaps: 'exact',
    warnings: [],
  };
}

class RotaboardProvider implements OncallProvider {
  readonly account: string;
  readonly type = 'rotaboard';
  readonly kinds = ['schedule'] as const;
  private readonly http: ProviderClient;

  constructor(
    { name, token, baseUrl }: z.output<typeof accountSchema>,
    runtime: ProviderRuntime,
  ) {
    this.account = name;
    this.http = createProviderHttp({
      account: name,
      baseUrl,
      headers: () => ({ Authorization: `Bearer ${token}` }),
      runtime,
    });
  }

  rotationsOf(annotations: Readonly<Record<string, string>>) {
    return commaList(annotations['rotaboard.example.com/rota']).map(id => ({
      kind: 'schedule' as const,
      id,
    }));
  }

  read(
    refs: readonly RotationRef[],
    { window, signal }: OncallReadOptions,
  ): ReturnType<OncallProvider['read']> {
    return readInGroups(refs, {
      size: 10,
      begin: () => ({
        read: ref => this.readOne(ref, window, signal),
        finish: async readings => [...readings],
      }),
    });
  }

  health() {
    return this.http.health();
  }

  private async readOne(
    ref: RotationRef,
    window: OncallWindow,
    signal: AbortSignal,
  ): Promise<RotationReading> {
    if (ref.kind !== 'schedule' || !ID.test(ref.id)) {
      throw this.error('refused', 'this is no id of a rota');
    }
    const { body } = await this.http.get(`/v1/rotas/${ref.id}`, {
      query: {
        from: new Date(window.from).toISOString(),
        to: new Date(window.to).toISOString(),
      },
      signal,
    });
    const { data } = rotaSchema.safeParse(body);
    if (!data) throw this.error('bad-answer', 'the answer is no rota');
    return toReading(ref, data, window);
  }

  private error(failure: ProviderError['failure'], why: string) {
    return new ProviderError(failure, `Account "${this.account}": ${why}.`);
  }
}

/** Makes the accounts of type `rotaboard`. */
export const rotaboardProviderFactory: OncallProviderFactory = {
  type: 'rotaboard',
  create: (config, runtime) =>
    new RotaboardProvider(readAccount(config, accountSchema), runtime),
};
