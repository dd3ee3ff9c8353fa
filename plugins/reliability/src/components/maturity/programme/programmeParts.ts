/** The parts of the lead's view, in the order of their tabs, with their paths below `/reliability/programme`. */
export const programmeParts = {
  kpis: '',
  map: 'map',
  teams: 'teams',
  changes: 'changes',
  campaigns: 'campaigns',
  exemptions: 'exemptions',
  risks: 'risks',
  preview: 'preview',
  tiers: 'tiers',
  gate: 'gate',
  packet: 'packet',
} as const;

export type ProgrammePart = keyof typeof programmeParts;
