import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

const entityOf = (name, annotations) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    description: 'Takes orders for tickets at the quay, without a person.',
    annotations: { 'plimsoll.dev/tier': 'tier-1', ...annotations },
    links: ['runbook', 'dashboard', 'docs', 'repository'].map(type => ({
      type,
      title: type,
      url: `https://${type}.kittiwake.example/${name}`,
    })),
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'port-systems',
    system: 'passenger-booking',
  },
});

/** Writes a service of tier 1 with links and a system into a folder of its own, as a repository would have it. */
export function writeService(folder, name, annotations) {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(
    path.join(folder, name, 'catalog-info.yaml'),
    YAML.stringify(entityOf(name, annotations)),
  );
}
