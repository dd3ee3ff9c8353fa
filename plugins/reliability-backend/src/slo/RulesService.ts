import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  manyRulesQuerySchema,
  opensloQuerySchema,
  rulesQuerySchema,
  toOpenSlo,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SloRules } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { stringify } from 'yaml';
import { z } from 'zod';
import { ReliabilityConfig } from '../config/config';
import { groupBy } from '../database/groupBy';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { TextReply } from '../http/TextReply';
import { MaturityService } from '../maturity/MaturityService';
import { LoadedSlo, sourceOf } from './loadedSlo';
import { SliSources } from './SliSources';
import { SloListService } from './SloListService';
import { SloService } from './SloService';
import { SloSubjects } from './SloSubjects';

type RulesCommand = z.output<typeof rulesQuerySchema>;
type ManyRulesCommand = z.output<typeof manyRulesQuerySchema>;
type OpenSloFormat = z.output<typeof opensloQuerySchema>['format'];

const BATCH = 1000;

const inline = (text: string, filename: string) =>
  new TextReply(text, 'text/plain', filename, 'inline');

/** SLOs as files that others read: rules for the source, and OpenSLO. Nobody is asked for them. */
export class RulesService {
  private readonly subjects: SloSubjects;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly maturity: MaturityService;
      readonly slos: SloService;
      readonly sloList: SloListService;
      readonly sources: SliSources;
    },
  ) {
    this.subjects = new SloSubjects(options);
  }

  /** @throws InputError when the source of the SLO evaluates no rules */
  async ofSlo(
    id: string,
    command: RulesCommand,
    credentials: BackstageCredentials,
  ): Promise<TextReply> {
    const loaded = await this.options.slos.requireVisible(id, credentials);
    const source = sourceOf(loaded.slo);
    if (!this.rulesOf(source)) {
      throw new InputError(
        `There are no rules for this SLO: the source "${source}" evaluates none`,
      );
    }
    return this.reply([loaded], command, loaded.slo.name);
  }

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async ofService(
    entityRef: string,
    command: RulesCommand,
    credentials: BackstageCredentials,
  ): Promise<TextReply> {
    const { knex, stores, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const loaded = await stores.slos.ofServices(knex, [entityRef]);
    return this.reply(loaded, command, entityRef.split('/')[1]);
  }

  /** The rules of all SLOs that the reader may see, or of those of an owner. */
  async ofMany(
    { owner, source, ...command }: ManyRulesCommand,
    credentials: BackstageCredentials,
  ): Promise<TextReply> {
    const { knex, stores, sloList } = this.options;
    const ids = await sloList.ids(
      { owner: owner === undefined ? undefined : [owner] },
      credentials,
    );
    const loaded: LoadedSlo[] = [];
    for (const batch of inBatches(ids, BATCH)) {
      loaded.push(...(await stores.slos.get(knex, batch)));
    }
    const wanted = loaded.filter(
      ({ slo }) => source === undefined || sourceOf(slo) === source,
    );
    return this.reply(wanted, command, 'slos');
  }

  /** @throws NotFoundError when there is no such SLO, or the caller may not see its service */
  async openSlo(
    id: string,
    format: OpenSloFormat,
    credentials: BackstageCredentials,
  ): Promise<Record<string, unknown> | TextReply> {
    const { slo } = await this.options.slos.requireVisible(id, credentials);
    const document = toOpenSlo(slo);
    return format === 'json'
      ? document
      : inline(stringify(document), `${slo.name}.openslo.yaml`);
  }

  private rulesOf(name: string): SloRules | undefined {
    const source = this.options.sources.find(name);
    return source?.kind === 'counts' ? source.rules : undefined;
  }

  /** One file; where SLOs are measured by several sources, one document for each. */
  private async reply(
    loaded: readonly LoadedSlo[],
    options: RulesCommand,
    name: string,
  ): Promise<TextReply> {
    const { knex } = this.options;
    const bySource = groupBy(loaded, ({ slo }) => sourceOf(slo));
    const parts: { source: string; text: string }[] = [];
    for (const [source, slos] of [...bySource].sort()) {
      const rules = this.rulesOf(source);
      if (!rules) continue;
      const found = await this.subjects.of(knex, slos);
      const subjects = [...found.values()].map(subject => subject.rules);
      parts.push({ source, text: rules.generate(subjects, options) });
    }
    const suffix = options.tests ? 'rules.test' : 'rules';
    return inline(joined(parts), `${name}.${suffix}.yaml`);
  }
}

function joined(parts: readonly { source: string; text: string }[]): string {
  if (parts.length === 0) {
    return '# No SLO here is measured by a source that evaluates rules.\ngroups: []\n';
  }
  if (parts.length === 1) return parts[0].text;
  return parts
    .map(({ source, text }) => `# For the source "${source}"\n${text}`)
    .join('---\n');
}
