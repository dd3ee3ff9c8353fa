import { DAY_MS } from './IncidentRig';
import { IncidentSuite, openSince } from './testing';

/** Values that an author of a catalog file might write, by mistake or not. */
const HOSTILE = [
  '',
  ' , ,',
  'https://evil.example/x',
  '../../admin',
  "x' OR '1'='1",
  'a^ORactive=true',
  '${jndi:ldap://evil.example}',
  '\u0000\r\nX-Header: y',
  '<script>alert(1)</script>',
  '🚀'.repeat(50),
  'x'.repeat(100_000),
  ',x'.repeat(10_000),
];

/** Tests of what annotations of catalog files name. */
export function incidentSubjectTests({ harness, test }: IncidentSuite): void {
  const names = () => {
    const subject = { kind: 'service', id: 'x', label: 'x' };
    return Object.keys(harness.annotations?.(subject, subject) ?? {});
  };

  test(
    'annotations name the subjects of incidents, several with commas',
    ['read', 'annotations'],
    async rig => {
      const ids = ['Payments', 'Search'].map((name, index) =>
        rig.put(openSince(2 + index, { services: [name] })),
      );
      await rig.synced();
      const [first, second] = ids.map(id => rig.stored.get(id)!.subjects);
      const named = harness.annotations!(first[0], second[0]);
      const found = rig.provider.subjectsOf(named);
      const isFound = (subjects: typeof first) =>
        found.some(({ kind, id }) =>
          subjects.some(each => each.kind === kind && each.id === id),
        );
      expect([first, second].map(isFound)).toEqual([true, true]);
      for (const { kind } of found) expect(rig.provider.kinds).toContain(kind);
    },
  );

  test('other annotations name nothing', [], async rig => {
    rig.put(openSince(2));
    expect(
      rig.provider.subjectsOf({ 'backstage.io/techdocs-ref': 'dir:.' }),
    ).toEqual([]);
  });

  test('hostile values are ids, or nothing', ['annotations'], async rig => {
    rig.put(openSince(2));
    for (const value of HOSTILE) {
      const values = Object.fromEntries(names().map(name => [name, value]));
      const found = rig.provider.subjectsOf(values);
      expect(found.length).toBeLessThanOrEqual(1000);
      for (const { kind, id } of found) {
        expect(rig.provider.kinds).toContain(kind);
        expect(id).toMatch(/\S/);
        expect(id.length).toBeLessThanOrEqual(255);
      }
    }
    expect(rig.vendor.requests()).toBe(0);
    expect(rig.runtime.now() % DAY_MS).toBe(DAY_MS / 2);
  });
}
