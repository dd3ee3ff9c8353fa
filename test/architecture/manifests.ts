/** What the manifest of a published plugin and the files beside it must have; returns what is missing. */
export function manifestProblems(
  folder: string,
  manifest: Record<string, any>,
  has: (file: string) => boolean,
): string[] {
  const problems: string[] = [];
  const demand = (ok: boolean, problem: string) => {
    if (!ok) {
      problems.push(`${folder}: ${problem}`);
    }
  };
  demand(!manifest.private, 'is private');
  demand(has('README.md'), 'has no README.md');
  demand(manifest.license === 'Apache-2.0', 'license is not Apache-2.0');
  demand(
    manifest.repository?.directory === folder,
    `repository.directory is not ${folder}`,
  );
  demand(Boolean(manifest.description), 'has no description');
  demand(
    manifest.publishConfig?.access === 'public',
    'publishConfig.access is not public',
  );
  if (manifest.configSchema) {
    demand(has(manifest.configSchema), `has no ${manifest.configSchema}`);
    demand(
      manifest.files?.includes(manifest.configSchema),
      `does not publish ${manifest.configSchema}`,
    );
  }
  demand(
    !has('migrations') || manifest.files?.includes('migrations'),
    'does not publish its migrations',
  );
  return problems;
}
