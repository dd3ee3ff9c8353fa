import { readDemoAnswers } from './readDemoAnswers';

describe('readDemoAnswers', () => {
  it('reads a file that leaves out the usual notes and evidence', () => {
    expect(readDemoAnswers('{ checklist: launch, services: [] }')).toEqual({
      checklist: 'launch',
      evidence: {},
      notes: {},
      services: [],
    });
  });

  it.each([
    ['is a list', '- a'],
    ['is empty', ''],
    ['names no checklist', 'services: []'],
    ['names no services', 'checklist: launch'],
  ])('refuses a file that %s', (_, text) => {
    expect(() => readDemoAnswers(text)).toThrow('no checklist or no services');
  });
});
