import {
  defaultSeverities,
  SeverityMap,
  severityMap,
} from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentConfig } from '../config/incidents';

/** Which level a word of an account is: by the account, else by the configuration, else by what ships. */
export class Severities {
  private readonly others: SeverityMap;
  private readonly byAccount: ReadonlyMap<string, SeverityMap>;

  constructor({ accounts, severities }: IncidentConfig) {
    this.others = severityMap(severities, defaultSeverities);
    this.byAccount = new Map(
      accounts.map(account => [
        account.name,
        severityMap(account.severities, severities, defaultSeverities),
      ]),
    );
  }

  /** Of an account that is not configured (any more), and of the portal: those of all. */
  of(account: string): SeverityMap {
    return this.byAccount.get(account) ?? this.others;
  }
}
