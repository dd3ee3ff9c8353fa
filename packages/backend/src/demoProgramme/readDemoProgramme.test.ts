import { resolve } from 'node:path';
import { readDemoProgramme, readProgrammeFolder } from './readDemoProgramme';

describe('readDemoProgramme', () => {
  it('puts the lists of several files together; what none has is empty', () => {
    const file = readDemoProgramme([
      'risks: [{ number: 1 }]',
      'handovers: [{ service: pay }]',
      '',
    ]);
    expect(file).toEqual({
      exemptions: [],
      campaigns: [],
      risks: [{ number: 1 }],
      gate: [],
      handovers: [{ service: 'pay' }],
    });
  });

  it.each([
    ['a list that there is not', ['waivers: []'], 'no "waivers", only'],
    ['a list twice', ['risks: []', 'risks: []'], 'risks .* there twice'],
    ['no list', ['gate: now'], 'gate .* is no list'],
  ])('refuses %s', (_, texts, reason) => {
    expect(() => readDemoProgramme(texts)).toThrow(new RegExp(reason));
  });

  it('reads the folder of the demo company', async () => {
    const folder = resolve(__dirname, '../../examples/programme');
    const file = await readProgrammeFolder(folder);
    expect(file.exemptions.map(({ decision }) => decision)).toEqual([
      'approve',
      'approve',
      'approve',
      'deny',
      undefined,
      undefined,
    ]);
    expect(file.campaigns.map(({ then }) => then)).toEqual([
      'start',
      undefined,
      'end',
    ]);
  });
});
