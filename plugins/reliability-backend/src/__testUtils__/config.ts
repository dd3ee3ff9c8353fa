import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readReliabilityConfig } from '../config/config';

/** What the plugin says instead of starting with this section `reliability`; empty where it starts. */
export function complaintAbout(reliability: JsonValue): string {
  try {
    readReliabilityConfig(new ConfigReader({ reliability }));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
